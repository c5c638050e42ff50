using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Changes a task of a pull request, or says that it is done.
/// </summary>
/// <remarks>
/// Only what is given is changed. -State Resolved says that the task is done, -State Unresolved that it is to be done again.
/// </remarks>
/// <example>
/// <summary>Says that a task is done.</summary>
/// <code>Set-BitbucketPullRequestTask demo/api 1 1 -State Resolved</code>
/// </example>
/// <example>
/// <summary>Changes what is to be done.</summary>
/// <code>Set-BitbucketPullRequestTask demo/api 1 1 -Content 'Say the limit in the documentation, and how to raise it'</code>
/// </example>
/// <example>
/// <summary>Says that all tasks of a pull request are done.</summary>
/// <code>Get-BitbucketPullRequestTask demo/api 1 -State Unresolved | Set-BitbucketPullRequestTask -State Resolved</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "BitbucketPullRequestTask", SupportsShouldProcess = true, DefaultParameterSetName = InputObjectSet)]
[OutputType(typeof(PullRequestTask))]
[UsesOperation(nameof(PullRequestCommentOperations.UpdatePullRequestTask))]
public sealed class SetBitbucketPullRequestTaskCommand : BitbucketPullRequestTaskCommand
{
    /// <summary>What is to be done.</summary>
    [Parameter(Position = 3)]
    [ValidateNotNullOrEmpty]
    public string? Content { get; set; }

    /// <summary>Whether it is done.</summary>
    [Parameter]
    [ValidateSet("Unresolved", "Resolved")]
    public string? State { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Change(Input, work =>
    {
        PullRequestPartKey key = ResolveTask();
        work.Target = key.ToString();
        PullRequestTaskUpdate update = new() { Content = Content, State = State?.ToUpperInvariant() };
        RequireChange(update);
        return Results.Asked(
            work,
            Action(update),
            () => Client.PullRequestTasks.UpdateAsync(key.Repository, key.PullRequestId, key.Id, update, StopToken));
    });

    private static string Action(PullRequestTaskUpdate update) => update switch
    {
        { Content: not null } or { State: null } => "Change task",
        { State: "RESOLVED" } => "Resolve task",
        _ => "Reopen task",
    };

    private static void RequireChange(PullRequestTaskUpdate update)
    {
        if (update is { Content: null, State: null })
        {
            throw new BitbucketException(BitbucketErrorKind.InvalidArgument, "Nothing of the task is to be changed.")
            {
                RecommendedAction = "Give -Content or -State.",
            };
        }
    }
}
