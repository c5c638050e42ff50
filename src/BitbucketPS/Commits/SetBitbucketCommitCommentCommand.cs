using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Changes what comments on a commit say. Only its author can change a comment.
/// </summary>
/// <remarks>
/// Untyped objects with the properties Repository, Commit and Id, as Import-Csv makes them of an exported list, pipe as comments do.
/// </remarks>
/// <example>
/// <summary>Changes a comment.</summary>
/// <code>New-BitbucketCommitComment demo/website main 'Thnaks.' | Set-BitbucketCommitComment -Content 'Thanks.'</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "BitbucketCommitComment", SupportsShouldProcess = true, DefaultParameterSetName = InputObjectSet)]
[OutputType(typeof(CommitComment))]
[UsesOperation(nameof(CommitOperations.UpdateCommitComment))]
[UsesOperation(nameof(CommitOperations.ListCommits), With = nameof(Commit))]
public sealed class SetBitbucketCommitCommentCommand : BitbucketCommitCommentCommand
{
    /// <summary>What the comment is to say, in Markdown.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string Content { get; set; } = "";

    /// <inheritdoc />
    protected override void ProcessRecord() => Change(Input, work =>
    {
        ((CommitAddress address, long id), string content) = (ResolveComment(), Content);
        work.Target = address.Comment(id);
        return Results.Asked(
            work,
            "Change comment",
            () => Client.CommitComments.UpdateAsync(address.Repository, address.Commit, id, content, StopToken));
    });
}
