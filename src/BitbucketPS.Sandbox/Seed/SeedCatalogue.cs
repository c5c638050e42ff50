namespace BitbucketPS.Sandbox;

/// <summary>What a fresh sandbox holds.</summary>
internal static class SeedCatalogue
{
    // The application works among the people.
    private static readonly Account[] s_authors = [.. SeedPeople.All, SeedPeople.App];

    public static Workspace Demo { get; } =
        new("demo", "Demo Workspace", new(2020, 1, 15, 8, 0, 0, TimeSpan.Zero));

    /// <summary>A workspace that the demo person cannot see.</summary>
    public static Workspace Other { get; } =
        new("other", "Somebody else's", new(2020, 2, 1, 8, 0, 0, TimeSpan.Zero));

    /// <summary>The group of those who administer the workspace.</summary>
    public static Group Administrators { get; } = new("administrators", "Administrators") { Members = [SeedPeople.Demo.Uuid] };

    /// <summary>The group of everybody else.</summary>
    public static Group Developers { get; } = new("developers", "Developers") { Members = [.. SeedPeople.All.Skip(1).Select(person => person.Uuid)] };

    /// <summary>The projects of <see cref="Demo"/>.</summary>
    public static IReadOnlyList<Project> Projects => [Web, Mobile];

    private static Project Web { get; } = MakeProject(Demo, "WEB", "Web presence");

    private static Project Mobile { get; } = MakeProject(Demo, "MOB", "Mobile");

    private static SeedRepository Website { get; } = new()
    {
        Workspace = Demo,
        Authors = s_authors,
        Project = Web,
        Slug = "website",
        Name = "Website",
        Description = "The public site. Has more branches than anyone can explain.",
        Language = "typescript",
        Files = ["README.md", "src/index.html", "src/app.ts", "src/style.css", "package.json", "docs/größe.md"],
        CommitCount = 40,
        Branches = SeedBranchNames.Website,
        Additions = new Dictionary<string, string>(StringComparer.Ordinal) { ["feature/WEB-101"] = "src/headline.ts" },
    };

    private static SeedRepository Api { get; } = new()
    {
        Workspace = Demo,
        Authors = s_authors,
        Project = Web,
        Slug = "api",
        Name = "API",
        Description = "What the website and the app talk to.",
        Language = "c#",
        Files = ["README.md", "src/Program.cs", "src/Orders.cs", "tests/OrdersTests.cs", "bitbucket-pipelines.yml"],
        CommitCount = 25,
        Branches = SeedBranchNames.Api,
    };

    private static SeedRepository MobileApp { get; } = new()
    {
        Workspace = Demo,
        Authors = s_authors,
        Project = Mobile,
        Slug = "mobile-app",
        Name = "Mobile app",
        Description = "For telephones, upright and lying down.",
        Language = "kotlin",
        Files = ["README.md", "app/src/Main.kt", "app/src/Theme.kt", "build.gradle.kts"],
        CommitCount = 15,
        Branches = SeedBranchNames.MobileApp,
    };

    private static SeedRepository Docs { get; } = new()
    {
        Workspace = Demo,
        Authors = s_authors,
        Project = Web,
        Slug = "docs",
        Name = "Docs",
        Description = "Handbook for customers, open to all.",
        Language = "markdown",
        IsPrivate = false,
        Files = ["index.md", "guide/start.md", "guide/faq.md"],
        CommitCount = 8,
    };

    private static SeedRepository Hidden { get; } = new()
    {
        Workspace = Other,
        Authors = [SeedPeople.Stranger],
        Project = MakeProject(Other, "SEC", "Secret plans"),
        Slug = "hidden",
        Name = "Hidden",
        Description = "Not for the demo person.",
        Language = "",
        Files = ["plan.txt"],
        CommitCount = 2,
    };

    /// <summary>All repositories.</summary>
    /// <param name="extraBranches">How many branches <c>extra/0001</c>… the website gets on top.</param>
    public static IReadOnlyList<SeedRepository> Repositories(int extraBranches)
    {
        IEnumerable<string> extra = Enumerable.Range(1, extraBranches).Select(i => FormattableString.Invariant($"extra/{i:0000}"));
        return [Website with { Branches = [.. Website.Branches, .. extra] }, Api, MobileApp, Docs, Hidden];
    }

    public static Project MakeProject(Workspace workspace, string key, string name)
        => new(StableId.Uuid("project", $"{workspace.Slug}/{key}"), key, name) { CreatedOn = workspace.CreatedOn, UpdatedOn = workspace.CreatedOn };
}
