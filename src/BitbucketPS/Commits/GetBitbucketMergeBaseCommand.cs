using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Gets the commit at which two histories part: the best common ancestor of two commits.
/// </summary>
/// <remarks>
/// It does not matter which of the two is given first. A branch or a commit that is piped is compared with -With.
/// </remarks>
/// <example>
/// <summary>Gets the commit at which a branch left main.</summary>
/// <code>Get-BitbucketMergeBase demo/api develop main</code>
/// </example>
/// <example>
/// <summary>Shows where each release branch left main.</summary>
/// <code>Get-BitbucketBranch demo/api release/* | Get-BitbucketMergeBase -With main</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BitbucketMergeBase")]
[OutputType(typeof(Commit))]
[UsesOperation(nameof(DiffOperations.GetMergeBase))]
[UsesOperation(nameof(CommitOperations.ListCommits))]
public sealed class GetBitbucketMergeBaseCommand : BitbucketCommitCommand
{
    /// <summary>The other commit: its hash, or the name of a branch or a tag.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BranchCompleter))]
    public string With { get; set; } = "";

    /// <inheritdoc />
    protected override void ProcessRecord() => Emit(Repository, work =>
    {
        (CommitAddress address, string other) = (ResolveCommit(), With);
        work.Target = $"{address}..{other}";
        return Results.One(() => Client.Commits.GetMergeBaseAsync(address.Repository, address.Commit, other, StopToken));
    });
}
