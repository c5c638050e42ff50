using BitbucketPS.Sandbox;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Recipes;

/// <summary>Runs the recipes of docs/recipes against a sandbox, and looks at what they did there.</summary>
public sealed class RecipeTests
{
    // What a whole PowerShell has and the bare engine has not, as far as the recipes use it.
    private const string WholePowerShell = """
        function Get-Date { [DateTime]::Now }
        function Sort-Object { param($Property) $all = @($input); $keys = [object[]] @($all | ForEach-Object { $_.$Property }); [Array]::Sort($keys, [object[]] $all); $all }
        """;

    private static readonly string[] s_slugs = ["website", "api", "mobile-app", "docs"];

    [Fact]
    public async Task StaleBranches_Report_NamesThemAndDeletesNothing()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string[] before = await sandbox.GitBranchesAsync("api");

        string[] report = Texts(Run(module, "stale-branches"));

        Assert.Contains(report, line => line.StartsWith("demo/api:develop, last touched by Asha Rao on 2025-", StringComparison.Ordinal));
        Assert.DoesNotContain(report, line => line.Contains(":main,", StringComparison.Ordinal) || line.Contains("bugfix/API-17", StringComparison.Ordinal));
        Assert.Contains("""What if: Performing the operation "Delete branch" on target "demo/api:develop".""", module.Shown, StringComparison.Ordinal);
        Assert.Equal(before, await sandbox.GitBranchesAsync("api"));
    }

    [Fact]
    public async Task StaleBranches_PullRequestsCannotBeRead_NamesNone()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        sandbox.Server.Faults.Add(new() { Kind = SandboxFaultKind.Status, PathContains = "/api/pullrequests", Status = 403 });

        ScriptResult result = Run(module, "stale-branches");

        Assert.NotNull(result.Terminating);
        Assert.Empty(result.Output);
        Assert.DoesNotContain("What if", module.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenPullRequests_ByAge_AreAllWithTheOldestFirst()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run("New-BitbucketPullRequest demo/api develop -Title 'The youngest'").Clean();

        ScriptResult result = Run(module, "open-pull-requests");

        string[] found = result.Texts("PullRequest");
        Assert.Equal(["demo/api#1", "demo/api#2", "demo/api#4", "demo/website#2"], found.Order(StringComparer.Ordinal));
        Assert.Equal("demo/api#4", found[^1]);
        Assert.Contains("Jörg Müller", result.Texts("WaitsFor")[Array.IndexOf(found, "demo/api#1")], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approvals_OfAWorkspace_NameWhoApproved()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ScriptResult result = Run(module, "approvals");

        int timeouts = Array.IndexOf(result.Texts("PullRequest"), "demo/api#2");
        Assert.Equal("Dana Demo", result.Texts("ApprovedBy")[timeouts]);
        Assert.DoesNotContain("demo/api#1", result.Texts("PullRequest"));
    }

    [Fact]
    public async Task MirrorFolder_IntoFiftyRepositories_OpensAPullRequestInEach()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync(new() { Seed = SandboxSeed.Parse("repositories=46,branches=46") });
        using ModuleRunspace module = sandbox.Connect();
        DirectoryInfo folder = Directory.CreateTempSubdirectory("recipe-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, ".editorconfig"), "root = true\n", TestContext.Current.CancellationToken);

        string[] opened = [.. Run(module, "mirror-folder", ("'./shared'", $"'{folder.FullName}'")).Clean().Select(item => $"{item}")];
        folder.Delete(recursive: true);

        string[] repositories = Texts(module.Run("Get-BitbucketRepository -Workspace demo | ForEach-Object FullName"));
        Assert.True(repositories.Length >= 50, $"{repositories.Length}");
        Assert.Equal(repositories.Order(StringComparer.Ordinal), opened.Select(name => name.Split('#')[0]).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["root = true"],
            await Git.LinesAsync(sandbox.Server.RepositoryPath("demo", "docs"), "show", "chore/shared-files:.editorconfig"));
        Assert.Equal(0, sandbox.Server.Requests.Count(request => request.Target.Contains("info/refs", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("'Compiles and tests.'", "SUCCESSFUL", "All tests passed")]
    [InlineData("throw 'Two tests fail'", "FAILED", "Two tests fail")]
    public async Task BuildStatus_OfABuild_StandsOnTheCommit(string build, string state, string description)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        Run(module, "build-status", ("'Compiles and tests.'", build)).Clean();

        ScriptResult status = module.Run("Get-BitbucketCommitStatus demo/api main");
        Assert.Equal([(state, description)], status.Texts("State").Zip(status.Texts("Description")));
    }

    [Theory]
    [InlineData("git no-such-command")]
    [InlineData("Get-BitbucketBranch demo/api no-such-branch")]
    public async Task BuildStatus_OfABuildThatFails_IsThatItFailed(string build)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        Run(module, "build-status", ("'Compiles and tests.'", build));

        Assert.Equal(["FAILED"], module.Run("Get-BitbucketCommitStatus demo/api main").Texts("State"));
    }

    [Fact]
    public async Task MissingReadme_OfAWorkspace_AreThoseThatGitKnowsNoneOf()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run("Set-BitbucketContent demo/api -Delete README.md -Message 'Describe nothing'").Clean();
        List<string> expected = [];
        foreach (string slug in s_slugs)
        {
            string[] files = await Git.LinesAsync(sandbox.Server.RepositoryPath("demo", slug), "ls-tree", "--name-only", "main");
            expected.AddRange(files.Any(file => file.StartsWith("README", StringComparison.Ordinal)) ? [] : [$"demo/{slug}"]);
        }

        Assert.Contains("demo/api", expected);
        Assert.DoesNotContain("demo/website", expected);
        Assert.Equal(expected, Texts(Run(module, "missing-readme")));
    }

    [Fact]
    public void Recipes_Each_StandInTheList()
    {
        string[] files = [.. Directory.GetFiles(RecipeText.Folder, "*.md").Select(file => Path.GetFileName(file)).Where(name => name is not "README.md")];
        string list = File.ReadAllText(Path.Combine(RecipeText.Folder, "README.md"));

        Assert.Equal(6, files.Length);
        Assert.All(files, file => Assert.Contains($"({file})", list, StringComparison.Ordinal));
    }

    private static ScriptResult Run(ModuleRunspace module, string recipe, params (string Text, string Instead)[] changes)
    {
        string script = RecipeText.ScriptOf(recipe);
        foreach ((string text, string instead) in changes)
        {
            Assert.Contains(text, script, StringComparison.Ordinal);
            script = script.Replace(text, instead, StringComparison.Ordinal);
        }

        return module.Run($"{WholePowerShell}\n{script}");
    }

    private static string[] Texts(ScriptResult result) => [.. result.Clean().Select(item => $"{item}")];
}
