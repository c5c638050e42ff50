using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Finds default reviewers.</summary>
internal static class DefaultReviewers
{
    private const string OfRepository = "repository";
    private const string OfProject = "project";

    /// <summary>Everybody who reviews new pull requests of a repository: those of its own, then those of its project.</summary>
    public static IReadOnlyList<EffectiveReviewer> EffectiveOf(World world, HostedRepository repository)
        =>
        [
            .. Of(world, repository.Uuid).Select(account => new EffectiveReviewer(account, OfRepository))
                .Concat(Of(world, repository.Project.Uuid).Select(account => new EffectiveReviewer(account, OfProject)))
                .DistinctBy(reviewer => reviewer.Account.Uuid, StringComparer.Ordinal),
        ];

    /// <summary>Those of a project alone.</summary>
    public static IReadOnlyList<EffectiveReviewer> OfProjectAlone(World world, Project project)
        => [.. Of(world, project.Uuid).Select(account => new EffectiveReviewer(account, OfProject))];

    /// <summary>Those that were named for a repository or project.</summary>
    /// <param name="world">Where to look.</param>
    /// <param name="owner">The UUID of the repository or project.</param>
    public static IEnumerable<Account> Of(World world, string owner)
        => world.Data.All<DefaultReviewer>(owner).Select(reviewer => world.FindAccount(reviewer.AccountUuid)).OfType<Account>();

    public static JsonObject ToJson(EffectiveReviewer reviewer, ApiLinks links) => new()
    {
        ["type"] = "default_reviewer",
        ["reviewer_type"] = reviewer.Type,
        ["user"] = AccountJson.Brief(reviewer.Account, links),
    };
}
