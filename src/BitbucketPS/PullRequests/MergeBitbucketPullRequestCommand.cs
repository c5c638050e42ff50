using System.Management.Automation;
using System.Net;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Merges a pull request.
/// </summary>
/// <remarks>
/// <para>
/// The command waits for the end of the merge, and writes the merged pull request. A merge that takes long the service goes on with
/// in the background; -Wait has it do so from the beginning, which spares large repositories a timeout. -TimeoutSec limits the wait. A merge
/// that is not done by then may still run: the error says so, and names its task.
/// </para>
/// <para>
/// -Async does not wait: it writes the task of the merge.
/// </para>
/// <para>
/// The request is never sent twice. Where the connection breaks, the command looks whether the pull request is merged, and says
/// so if nobody knows. Several pull requests are merged one after the other.
/// </para>
/// </remarks>
/// <example>
/// <summary>Brings in a file through a pull request, which is merged as one commit, and deletes its branch.</summary>
/// <code>
/// New-BitbucketBranch demo/docs notes
/// Set-BitbucketContent demo/docs notes.md 'To be read' -Branch notes -Message 'Add notes'
/// New-BitbucketPullRequest demo/docs notes -Title 'Add notes' | Merge-BitbucketPullRequest -Strategy squash -CloseSourceBranch
/// </code>
/// </example>
/// <example>
/// <summary>Shows what a merge in the background of the service would be, which is waited for ten minutes at most.</summary>
/// <code>Merge-BitbucketPullRequest demo/api 1 -Wait -TimeoutSec 600 -WhatIf</code>
/// </example>
/// <example>
/// <summary>Shows which ones would be merged that everybody who was asked has approved.</summary>
/// <code>
/// Get-BitbucketPullRequest demo/api | Where-Object {
///     $asked = @($_.Participants | Where-Object Role -eq 'REVIEWER')
///     $asked.Count -gt 0 -and @($asked | Where-Object IsApproved -eq $false).Count -eq 0
/// } | Merge-BitbucketPullRequest -WhatIf
/// </code>
/// </example>
[Cmdlet(VerbsData.Merge, "BitbucketPullRequest", SupportsShouldProcess = true, DefaultParameterSetName = InputObjectSet)]
[OutputType(typeof(PullRequest), typeof(PullRequestMergeTask))]
[UsesOperation(nameof(PullRequestOperations.MergePullRequest))]
[UsesOperation(nameof(PullRequestOperations.GetMergeTaskStatus), Without = nameof(Async))]
[UsesOperation(nameof(PullRequestOperations.GetPullRequest))]
public sealed class MergeBitbucketPullRequestCommand : BitbucketPullRequestCommand
{
    private const int DefaultTimeout = 300;
    private const int LongestTimeout = 86_400;

    /// <summary>How to merge; by default as the destination branch has it.</summary>
    [Parameter]
    [ValidateSet("merge_commit", "squash", "fast_forward", "squash_fast_forward", "rebase_fast_forward", "rebase_merge")]
    public string? Strategy { get; set; }

    /// <summary>The message of the commit that the merge makes, 128 KiB at most; by default the service's own.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Message { get; set; }

    /// <summary>Deletes the source branch; -CloseSourceBranch:$false keeps it. By default as the pull request says.</summary>
    [Parameter]
    public SwitchParameter CloseSourceBranch { get; set; }

    /// <summary>Writes the task of the merge, and does not wait for its end.</summary>
    [Parameter]
    public SwitchParameter Async { get; set; }

    /// <summary>Has the service merge in the background, and waits for the end.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>How many seconds to wait for a merge in the background; 300 by default.</summary>
    [Parameter]
    [ValidateRange(0, LongestTimeout)]
    public int TimeoutSec { get; set; } = DefaultTimeout;

    // One at a time: two merges into the same branch get into each other's way.
    /// <inheritdoc />
    protected override void ProcessRecord() => ChangeInTurn(Input, work =>
    {
        PullRequestKey key = ResolvePullRequest();
        RequireWithout(nameof(Async), nameof(Wait));
        PullRequestMergeOptions options = new()
        {
            Strategy = Strategy,
            Message = Message,
            CloseSourceBranch = MyInvocation.BoundParameters.ContainsKey(nameof(CloseSourceBranch)) ? CloseSourceBranch : null,
            IsAsync = Async || Wait,
        };
        work.Target = key.ToString();
        return Results.Asked(work, "Merge pull request", () => MergeAsync(key, options));
    });

    private protected override string? AdviceOn(BitbucketException e) => e switch
    {
        BitbucketApiException { StatusCode: HttpStatusCode.Conflict } => "A branch moved while it was being merged. Look at what is new, and run the command again.",
        BitbucketApiException { StatusCode: HttpStatusCode.BadRequest }
            => "Get-BitbucketPullRequestConflict lists the files in conflict, Get-BitbucketPullRequest tells the state, and Open-Bitbucket shows the merge checks.",
        _ => base.AdviceOn(e),
    };

    private async Task<object> MergeAsync(PullRequestKey key, PullRequestMergeOptions options)
    {
        PullRequestMergeTask task = await Client.PullRequestMerges.MergeAsync(key.Repository, key.Id, options, StopToken).ConfigureAwait(false);
        return Async
            ? task
            : await Client.PullRequestMerges.WaitAsync(task, TimeSpan.FromSeconds(TimeoutSec), StopToken).ConfigureAwait(false);
    }
}
