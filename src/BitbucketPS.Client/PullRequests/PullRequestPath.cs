using System.Globalization;

namespace BitbucketPS;

/// <summary>The values of the paths of what lies under pull requests.</summary>
internal static class PullRequestPath
{
    /// <summary>The path of a pull request, or of a list under it.</summary>
    public static string[] Of(RepositoryId repository, long pullRequestId)
    {
        ArgumentNullException.ThrowIfNull(repository);
        return [repository.Workspace, repository.Slug, Text(pullRequestId)];
    }

    /// <summary>The path of a thing under a pull request.</summary>
    public static string[] Of(RepositoryId repository, long pullRequestId, long id) => [.. Of(repository, pullRequestId), Text(id)];

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
