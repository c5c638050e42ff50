using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Changes a pull request.
/// </summary>
/// <remarks>
/// Only what is given is changed. The reviewers are read before and sent again: the service takes a change that names none for one
/// that removes all of them. Only open pull requests can be changed. The changed pull request is written.
/// </remarks>
/// <example>
/// <summary>Changes the title of a pull request.</summary>
/// <code>Set-BitbucketPullRequest demo/api 1 -Title 'Answer 429 to the impatient'</code>
/// </example>
/// <example>
/// <summary>Asks one more person to review it.</summary>
/// <code>Set-BitbucketPullRequest demo/api 1 -AddReviewer mei</code>
/// </example>
/// <example>
/// <summary>Marks all drafts of a repository as ready.</summary>
/// <code>Get-BitbucketPullRequest demo/api -Filter 'draft = true' | Set-BitbucketPullRequest -Draft:$false</code>
/// </example>
/// <example>
/// <summary>Has each open pull request of a repository close its branch when it is merged.</summary>
/// <code>Get-BitbucketPullRequest demo/api | Set-BitbucketPullRequest -CloseSourceBranch</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "BitbucketPullRequest", SupportsShouldProcess = true, DefaultParameterSetName = InputObjectSet)]
[OutputType(typeof(PullRequest))]
[UsesOperation(nameof(PullRequestOperations.UpdatePullRequest))]
[UsesOperation(nameof(PullRequestOperations.GetPullRequest))]
[UsesOperation(nameof(UserOperations.GetCurrentUser), With = nameof(AddReviewer))]
[UsesOperation(nameof(WorkspaceOperations.ListWorkspaceMembers), With = nameof(Reviewer))]
[UsesOperation(nameof(WorkspaceOperations.ListWorkspaceMembers), With = nameof(AddReviewer))]
[UsesOperation(nameof(WorkspaceOperations.ListWorkspaceMembers), With = nameof(RemoveReviewer))]
public sealed partial class SetBitbucketPullRequestCommand : BitbucketPullRequestCommand
{
    /// <summary>The new title.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Title { get; set; }

    /// <summary>The new description: Markdown; empty for none.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Description { get; set; }

    /// <summary>The branch to merge into from now on.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BranchCompleter))]
    public string? DestinationBranch { get; set; }

    /// <summary>All who are to review it, in place of those who are: as -AddReviewer takes them. An empty list is nobody.</summary>
    [Parameter]
    [ValidateNotNull]
    [AllowEmptyCollection]
    [UserTransformation]
    [ArgumentCompleter(typeof(MemberCompleter))]
    public string[]? Reviewer { get; set; }

    /// <summary>Who is to review it besides: UUIDs, Atlassian account ids, me, or names that only one member of the workspace has.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [UserTransformation]
    [ArgumentCompleter(typeof(MemberCompleter))]
    public string[] AddReviewer { get; set; } = [];

    /// <summary>Who is not to review it any more: as -AddReviewer takes them, or the name of a reviewer who has left the workspace.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [UserTransformation]
    [ArgumentCompleter(typeof(MemberCompleter))]
    public string[] RemoveReviewer { get; set; } = [];

    /// <summary>Has its merge delete the source branch; -CloseSourceBranch:$false has it keep the branch.</summary>
    [Parameter]
    public SwitchParameter CloseSourceBranch { get; set; }

    /// <summary>Makes it a draft; -Draft:$false makes it ready to be merged.</summary>
    [Parameter]
    public SwitchParameter Draft { get; set; }
}
