using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Opens a pull request.
/// </summary>
/// <remarks>
/// <para>
/// The default reviewers of the repository and of its project are asked to review it, apart from the author; -NoDefaultReviewers leaves
/// them out, and -Reviewer names others besides.
/// </para>
/// <para>
/// -Fill takes the words from the commits: of one commit its subject is the title, and the rest of its message the description. Of
/// several the branch is the title, and the description lists their subjects.
/// </para>
/// <para>
/// Where a pull request is open from the same branch into the same one, that is an error: the service would change it instead.
/// </para>
/// </remarks>
/// <example>
/// <summary>Opens a pull request into the main branch.</summary>
/// <code>
/// New-BitbucketPullRequest demo/website -SourceBranch feature/WEB-102 -Title 'Find things' -Description 'It searches **titles** only.'
/// </code>
/// </example>
/// <example>
/// <summary>Opens one with the words of its commits; its merge is to delete the branch.</summary>
/// <code>Get-BitbucketBranch demo/website feature/WEB-102 | New-BitbucketPullRequest -Fill -CloseSourceBranch</code>
/// </example>
/// <example>
/// <summary>Opens a draft from the branch that is checked out in the git clone at the current location.</summary>
/// <code>New-BitbucketPullRequest -Fill -Draft   # asks "git config" where the branch is pushed to</code>
/// </example>
/// <example>
/// <summary>Opens one that a certain person is to review, and nobody else.</summary>
/// <code>New-BitbucketPullRequest demo/website feature/WEB-102 -Title 'Find things' -Reviewer asha -NoDefaultReviewers</code>
/// </example>
[Cmdlet(VerbsCommon.New, "BitbucketPullRequest", SupportsShouldProcess = true, DefaultParameterSetName = TitleSet)]
[OutputType(typeof(PullRequest))]
[UsesOperation(nameof(PullRequestOperations.CreatePullRequest))]
[UsesOperation(nameof(PullRequestOperations.ListPullRequests))]
[UsesOperation(nameof(DefaultReviewerOperations.ListEffectiveDefaultReviewers), Without = nameof(NoDefaultReviewers))]
[UsesOperation(nameof(UserOperations.GetCurrentUser), With = nameof(Reviewer))]
[UsesOperation(nameof(RepositoryOperations.GetRepository), Without = nameof(DestinationBranch))]
[UsesOperation(nameof(RepositoryOperations.GetRepository), With = nameof(SourceRepository))]
[UsesOperation(nameof(CommitOperations.ListCommits), With = nameof(Fill))]
[UsesOperation(nameof(RefOperations.GetBranch), With = nameof(Fill))]
[UsesOperation(nameof(WorkspaceOperations.ListWorkspaceMembers), With = nameof(Reviewer))]
public sealed partial class NewBitbucketPullRequestCommand : BitbucketRepositoryCommand
{
    private const string TitleSet = "Title";
    private const string FillSet = "Fill";

    // Not bound by property name: whatever else knows its repository is no branch, and the one that is checked out would be taken.
    /// <inheritdoc />
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [RepositoryTransformation]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(RepositoryCompleter))]
    public override RepositoryIdentity? Repository { get; set; }

    /// <summary>The branch to merge; by default the one that is checked out in the git clone at the current location.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BranchCompleter))]
    public string? SourceBranch { get; set; }

    /// <summary>The branch to merge, as Get-BitbucketBranch writes it, or an untyped object with the properties Repository and Name.</summary>
    [Parameter(ValueFromPipeline = true)]
    [BranchTransformation]
    [ValidateNotNull]
    public Branch? Branch { get; set; }

    /// <summary>The branch to merge into; by default the main branch.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BranchCompleter))]
    public string? DestinationBranch { get; set; }

    /// <summary>Its title.</summary>
    [Parameter(Mandatory = true, ParameterSetName = TitleSet)]
    [Parameter(ParameterSetName = FillSet)]
    [ValidateNotNullOrEmpty]
    public string? Title { get; set; }

    /// <summary>Takes title and description, as far as they are not given, from the commits.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FillSet)]
    public SwitchParameter Fill { get; set; }

    /// <summary>What it is about: Markdown.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Description { get; set; }

    /// <summary>Who is to review it, besides the default reviewers: UUIDs, Atlassian account ids, me, or names that only one member of the workspace has.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [UserTransformation]
    [ArgumentCompleter(typeof(MemberCompleter))]
    public string[] Reviewer { get; set; } = [];

    /// <summary>Asks nobody to review it who is not named.</summary>
    [Parameter]
    public SwitchParameter NoDefaultReviewers { get; set; }

    /// <summary>Has its merge delete the source branch.</summary>
    [Parameter]
    public SwitchParameter CloseSourceBranch { get; set; }

    /// <summary>Opens it as a draft, which is not ready to be merged.</summary>
    [Parameter]
    public SwitchParameter Draft { get; set; }

    /// <summary>The repository of the source branch, where that is a fork; by default the same repository.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(RepositoryCompleter))]
    public RepositoryIdentity? SourceRepository { get; set; }
}
