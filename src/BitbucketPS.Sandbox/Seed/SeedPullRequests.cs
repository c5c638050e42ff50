namespace BitbucketPS.Sandbox;

/// <summary>The pull requests of the demo data: one of every kind that a script may meet.</summary>
internal static class SeedPullRequests
{
    private static readonly DateTimeOffset s_opened = SeedHistory.LastDay.AddDays(-20);

    /// <summary>Opens them, and lets people review some.</summary>
    public static async Task RememberAsync(World world, CancellationToken cancellationToken)
    {
        if (world.FindRepository(SeedCatalogue.Demo.Slug, "api") is { } api)
        {
            await RememberApiAsync(world, api, cancellationToken);
        }

        if (world.FindRepository(SeedCatalogue.Demo.Slug, "website") is { } website)
        {
            await RememberWebsiteAsync(world, website, cancellationToken);
        }
    }

    private static async Task RememberApiAsync(World world, HostedRepository api, CancellationToken cancellationToken)
    {
        RefList refs = await api.Git.ReadRefsAsync(cancellationToken);
        PullRequest limits = Open(world, api, refs, "feature/rate-limits", "Answer 429 when somebody asks too often", "asha", "demo", "joerg");
        string owner = limits.OwnerIn(api);
        world.Data.Put(
            new PullRequestComment(world.Data.Next("pull request comment", api.Uuid))
            {
                AccountUuid = Uuid("demo"),
                Raw = "Does this hold for anonymous callers too?",
                CreatedOn = s_opened.AddHours(3),
                UpdatedOn = s_opened.AddHours(3),
            },
            owner);
        world.Data.Put(
            new PullRequestTask(world.Data.Next("pull request task", api.Uuid))
            {
                AccountUuid = Uuid("demo"),
                Raw = "Say the limit in the documentation",
                CreatedOn = s_opened.AddHours(4),
                UpdatedOn = s_opened.AddHours(4),
            },
            owner);
        PullRequest timeouts = Open(world, api, refs, "bugfix/API-17-timeouts", "Give up after thirty seconds", "joerg", "demo");
        world.Data.Put(new PullRequestParticipant(Uuid("demo"), PullRequestParticipant.Approved, s_opened.AddDays(2)), timeouts.OwnerIn(api));
        PullRequest declined = Open(world, api, refs, "spike/graphql", "Try GraphQL", "mei");
        world.Data.Put(
            declined with
            {
                State = PullRequest.Declined,
                ClosedBy = Uuid("demo"),
                Reason = "A nice try, but not now.",
                DestinationHash = refs.FindBranch(SeedHistory.MainBranch)!.Target.Hash,
                UpdatedOn = s_opened.AddDays(5),
            },
            api.Uuid);
    }

    private static async Task RememberWebsiteAsync(World world, HostedRepository website, CancellationToken cancellationToken)
    {
        RefList refs = await website.Git.ReadRefsAsync(cancellationToken);
        string main = refs.FindBranch(SeedHistory.MainBranch)!.Target.Hash;
        GitCommit merge = (await website.Git.LogAsync(new([main]), cancellationToken)).First(commit => commit.Parents.Count == 2);
        PullRequest merged = Open(world, website, refs, "topic-merged", "Try another layout", "mei", "demo");
        world.Data.Put(
            merged with
            {
                State = PullRequest.Merged,
                MergeHash = merge.Hash,
                SourceHash = merge.Parents[1],
                DestinationHash = merge.Parents[0],
                ClosedBy = Uuid("demo"),
                CreatedOn = merge.Date.AddDays(-1),
                UpdatedOn = merge.Date,
            },
            website.Uuid);
        Open(world, website, refs, "feature/WEB-101", "Make the headline shorter", "oconnor", "demo", "asha");
    }

    private static PullRequest Open(
        World world, HostedRepository repository, RefList refs, string branch, string title, string author, params string[] reviewers)
        => world.Data.Put(
            new PullRequest(world.Data.Next("pull request", repository.Uuid))
            {
                Title = title,
                Description = $"{title}, as we said on Monday.",
                AuthorUuid = Uuid(author),
                SourceRepositoryUuid = repository.Uuid,
                SourceBranch = branch,
                SourceHash = refs.FindBranch(branch)!.Target.Hash,
                DestinationBranch = SeedHistory.MainBranch,
                Reviewers = [.. reviewers.Select(Uuid)],
                CreatedOn = s_opened,
                UpdatedOn = s_opened,
            },
            repository.Uuid);

    private static string Uuid(string username)
        => SeedPeople.All.First(person => string.Equals(person.Username, username, StringComparison.Ordinal)).Uuid;
}
