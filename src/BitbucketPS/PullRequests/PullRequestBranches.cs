using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>The branches that cmdlets of pull requests are about.</summary>
internal static class PullRequestBranches
{
    /// <summary>The repository of a branch that is piped.</summary>
    /// <exception cref="BitbucketException">It does not know it.</exception>
    public static RepositoryId RepositoryOf(Branch branch)
        => Belonging.Require(branch.Repository, $"branch '{branch.Name}'");

    /// <summary>The branch that is checked out in the git clone at the current location.</summary>
    /// <exception cref="BitbucketException">There is none.</exception>
    public static string RequireCheckedOut(SessionState state)
    {
        string folder = state.Path.CurrentFileSystemLocation.ProviderPath;
        return GitClone.CurrentBranch(folder)
            ?? throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"No branch is checked out at {folder}.")
            {
                RecommendedAction = "Go to a git clone with a branch checked out, or give -SourceBranch.",
            };
    }
}
