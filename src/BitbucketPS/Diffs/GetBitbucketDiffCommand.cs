using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Shows what a commit changed, what differs between two commits, or what a pull request brings.
/// </summary>
/// <remarks>
/// The diff is one text, in the form of git diff. Files that are not UTF-8 lose letters in it; -OutFile keeps every byte, for git apply.
/// -Path and the other ways to compare are for commits; the service has none for pull requests.
/// </remarks>
/// <example>
/// <summary>Shows what the newest commit of a branch changed.</summary>
/// <code>Get-BitbucketDiff demo/website main</code>
/// </example>
/// <example>
/// <summary>Shows what a branch brings, in one file.</summary>
/// <code>Get-BitbucketDiff demo/api -From main -To develop -Path README.md</code>
/// </example>
/// <example>
/// <summary>Shows what a pull request brings.</summary>
/// <code>Get-BitbucketDiff demo/website -PullRequestId 1</code>
/// </example>
/// <example>
/// <summary>Shows what happened to a file, commit by commit.</summary>
/// <code>Get-BitbucketFileHistory demo/website README.md | Get-BitbucketDiff -Path README.md</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BitbucketDiff", DefaultParameterSetName = PullRequestSet)]
[OutputType(typeof(string))]
[UsesOperation(nameof(DiffOperations.GetDiff))]
[UsesOperation(nameof(PullRequestOperations.GetPullRequestDiff), With = nameof(PullRequestId))]
[UsesOperation(nameof(PullRequestOperations.GetPullRequestDiff), With = nameof(PullRequest))]
[UsesOperation(nameof(SourceOperations.GetSourceRoot), With = nameof(From))]
[UsesOperation(nameof(CommitOperations.ListCommits), Without = nameof(PullRequestId))]
public sealed class GetBitbucketDiffCommand : BitbucketDiffOptionsCommand
{
    private readonly WrittenFiles _files = new("Run it once for each, with an -OutFile of its own.");

    /// <summary>How many lines around a change are shown.</summary>
    [Parameter(ParameterSetName = CommitSet)]
    [Parameter(ParameterSetName = RangeSet)]
    [ValidateRange(0, int.MaxValue)]
    public int? Context { get; set; }

    /// <summary>Writes the diff to this file, byte by byte; one that is there is replaced once the new one is complete.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutFile { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Emit(Input, work =>
    {
        Func<Stream, Task> copy = Copy(work);
        return OutFile is null ? CopiedBytes.Text(copy) : _files.Save($"{work.Target}", LocalPath.Of(this, OutFile), copy, StopToken);
    });

    private Func<Stream, Task> Copy(InputWork work)
    {
        DiffTarget target = ResolveTarget(work);
        DiffOptions options = Options with { Context = Context };
        return async stream => await (target.PullRequestId is { } id
            ? Client.Diffs.CopyDiffAsync(target.Repository, id, stream, StopToken)
            : Client.Diffs.CopyDiffAsync(target.Repository, await RangeAsync(target).ConfigureAwait(false), options, stream, StopToken)).ConfigureAwait(false);
    }
}
