using System.ComponentModel;

namespace BitbucketPS.Cmdlets;

/// <summary>What the table views of pull requests show where a property alone does not say it well.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PullRequestDisplay
{
    /// <summary>The state, in the colours of states; an open one that is not ready is a draft.</summary>
    /// <param name="pullRequest">The pull request.</param>
    public static string State(PullRequest? pullRequest)
        => Display.State(pullRequest is { IsDraft: true, State: "OPEN" } ? "DRAFT" : pullRequest?.State);
}
