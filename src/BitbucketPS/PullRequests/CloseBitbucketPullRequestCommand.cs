using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Declines a pull request: closes it without a merge.
/// </summary>
/// <remarks>
/// It cannot be opened again; a new one can be opened from the same branch, which stays. -Message says why, in a comment on the
/// pull request: the service takes no reason along with the request itself. Of one that is not open any more, nothing is changed. The
/// declined pull request is written.
/// </remarks>
/// <example>
/// <summary>Declines a pull request, and says why.</summary>
/// <code>Close-BitbucketPullRequest demo/api 1 -Message 'The gateway does this now.'</code>
/// </example>
/// <example>
/// <summary>Shows which drafts of a workspace would be declined because nobody touched them since 2025.</summary>
/// <code>
/// Get-BitbucketRepository demo/* | Get-BitbucketPullRequest |
///     Where-Object { $_.IsDraft -and $_.UpdatedOn -lt [datetime]'2026-01-01' } | Close-BitbucketPullRequest -WhatIf
/// </code>
/// </example>
[Cmdlet(VerbsCommon.Close, "BitbucketPullRequest", SupportsShouldProcess = true, DefaultParameterSetName = InputObjectSet)]
[OutputType(typeof(PullRequest))]
[UsesOperation(nameof(PullRequestOperations.DeclinePullRequest))]
[UsesOperation(nameof(PullRequestOperations.GetPullRequest), With = nameof(Message))]
[UsesOperation(nameof(PullRequestCommentOperations.CreatePullRequestComment), With = nameof(Message))]
public sealed class CloseBitbucketPullRequestCommand : BitbucketPullRequestCommand
{
    /// <summary>Why, for a comment on the pull request: Markdown.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Message { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Change(Input, work =>
    {
        PullRequestKey key = ResolvePullRequest();
        string? message = Message;
        work.Target = key.ToString();
        return Results.Asked(work, "Decline pull request", () => DeclineAsync(key, message));
    });

    private async Task<PullRequest> DeclineAsync(PullRequestKey key, string? message)
    {
        // The comment first: nobody can take back that it was declined, so the reason must not be what fails then. And no comment
        // on what cannot be declined: it would stay there.
        if (message is not null)
        {
            RequireOpen(key, await Client.PullRequests.GetAsync(key.Repository, key.Id, StopToken).ConfigureAwait(false));
            PullRequestCommentDraft comment = new(message);
            await Client.PullRequestComments.CreateAsync(key.Repository, key.Id, comment, StopToken).ConfigureAwait(false);
        }

        return await Client.PullRequests.DeclineAsync(key.Repository, key.Id, StopToken).ConfigureAwait(false);
    }

    private static void RequireOpen(PullRequestKey key, PullRequest pullRequest)
    {
        if (!string.Equals(pullRequest.State, "OPEN", StringComparison.OrdinalIgnoreCase))
        {
            throw new BitbucketException(BitbucketErrorKind.BadRequest, $"{key} is {pullRequest.State} already. Nothing was written on it.")
            {
                RecommendedAction = "Only open pull requests can be declined; New-BitbucketPullRequestComment comments on others too.",
            };
        }
    }
}
