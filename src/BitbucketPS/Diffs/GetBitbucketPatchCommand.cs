using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Gets commits as patches, which git am applies elsewhere with their messages and authors.
/// </summary>
/// <remarks>
/// The patches are one text, in the form of git format-patch. Files that are not UTF-8 lose letters in it; -OutFile keeps every byte.
/// </remarks>
/// <example>
/// <summary>Gets one commit as a patch.</summary>
/// <code>Get-BitbucketPatch demo/website main</code>
/// </example>
/// <example>
/// <summary>Gets the commits that a branch has and the main branch has not.</summary>
/// <code>Get-BitbucketPatch demo/api -From main -To develop</code>
/// </example>
/// <example>
/// <summary>Saves a pull request for git am.</summary>
/// <code>Get-BitbucketPatch demo/website -PullRequestId 1 -OutFile $env:TEMP/1.patch</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BitbucketPatch", DefaultParameterSetName = PullRequestSet)]
[OutputType(typeof(string))]
[UsesOperation(nameof(DiffOperations.GetPatch))]
[UsesOperation(nameof(PullRequestOperations.GetPullRequestPatch), With = nameof(PullRequestId))]
[UsesOperation(nameof(PullRequestOperations.GetPullRequestPatch), With = nameof(PullRequest))]
[UsesOperation(nameof(SourceOperations.GetSourceRoot), With = nameof(From))]
[UsesOperation(nameof(CommitOperations.ListCommits), Without = nameof(PullRequestId))]
public sealed class GetBitbucketPatchCommand : BitbucketDiffCommand
{
    private readonly WrittenFiles _files = new("Run it once for each, with an -OutFile of its own.");

    /// <summary>Writes the patches to this file, byte by byte; one that is there is replaced once the new one is complete.</summary>
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
        return async stream => await (target.PullRequestId is { } id
            ? Client.Diffs.CopyPatchAsync(target.Repository, id, stream, StopToken)
            : Client.Diffs.CopyPatchAsync(target.Repository, await RangeAsync(target).ConfigureAwait(false), stream, StopToken)).ConfigureAwait(false);
    }
}
