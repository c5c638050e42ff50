using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Gets pull requests of a repository, or those that somebody opened anywhere in a workspace.
/// </summary>
/// <remarks>
/// <para>
/// A number is one request for one pull request, and an error if it does not exist. Without one the open pull requests are
/// written as their pages come; -State takes others too. Each knows its repository, so it pipes on. -First and -Skip count in each
/// repository anew.
/// </para>
/// <para>
/// -Author, -Reviewer and -User take a UUID, an Atlassian account id, me for the signed-in account, or a display name or nickname
/// that only one member of the workspace has.
/// </para>
/// </remarks>
/// <example>
/// <summary>Lists the open pull requests of a repository.</summary>
/// <code>Get-BitbucketPullRequest demo/api</code>
/// </example>
/// <example>
/// <summary>Gets one pull request.</summary>
/// <code>Get-BitbucketPullRequest demo/api 1</code>
/// </example>
/// <example>
/// <summary>Lists the pull requests of all repositories that wait for one's review, the longest untouched first in each.</summary>
/// <code>Get-BitbucketRepository demo/* | Get-BitbucketPullRequest -Reviewer me -Sort updated_on</code>
/// </example>
/// <example>
/// <summary>Lists one's own pull requests in all repositories of a workspace, whatever became of them.</summary>
/// <code>Get-BitbucketPullRequest -User me -Workspace demo -State All</code>
/// </example>
/// <example>
/// <summary>Gets the pull request of the branch that is checked out in the git clone at the current location.</summary>
/// <code>Get-BitbucketPullRequest -Current   # asks "git config" where the branch is pushed to</code>
/// </example>
/// <example>
/// <summary>Finds the pull request that brought the newest commit of the main branch.</summary>
/// <code>Get-BitbucketCommit demo/website -First 1 | Get-BitbucketPullRequest</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BitbucketPullRequest", SupportsPaging = true, DefaultParameterSetName = ListSet)]
[OutputType(typeof(PullRequest))]
[UsesOperation(nameof(PullRequestOperations.ListPullRequests), Without = nameof(Id))]
[UsesOperation(nameof(PullRequestOperations.GetPullRequest), With = nameof(Id))]
[UsesOperation(nameof(PullRequestOperations.GetPullRequest), With = nameof(InputObject))]
[UsesOperation(nameof(PullRequestOperations.GetPullRequest), With = nameof(Repository))]
[UsesOperation(nameof(PullRequestOperations.ListCommitPullRequests), With = nameof(Commit))]
[UsesOperation(nameof(PullRequestOperations.ListUserPullRequests), With = nameof(User))]
[UsesOperation(nameof(CommitOperations.ListCommits), With = nameof(Commit))]
[UsesOperation(nameof(UserOperations.GetCurrentUser), With = nameof(User))]
[UsesOperation(nameof(WorkspaceOperations.ListWorkspaceMembers), With = nameof(Author))]
[UsesOperation(nameof(WorkspaceOperations.ListWorkspaceMembers), With = nameof(Reviewer))]
[UsesOperation(nameof(WorkspaceOperations.ListWorkspaceMembers), With = nameof(User))]
public sealed partial class GetBitbucketPullRequestCommand : BitbucketRepositoryCommand
{
    private const string ListSet = "List";
    private const string IdSet = "Id";
    private const string UserSet = "User";

    /// <summary>
    /// The repository: workspace/slug, a slug in the session's workspace, or an https or ssh address; that of a pull request's page stands
    /// for the pull request. Left out, it is the session's, or the one that the current location is a git clone of.
    /// </summary>
    [Parameter(Position = 0, ParameterSetName = ListSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [RepositoryTransformation]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(RepositoryCompleter))]
    public override RepositoryIdentity? Repository { get; set; }

    // Not bound from the pipeline: whatever else knows its repository may have an Id too.
    /// <summary>The number of the pull request.</summary>
    [Parameter(Position = 1, ParameterSetName = IdSet)]
    [ValidateRange(1, long.MaxValue)]
    [ArgumentCompleter(typeof(PullRequestCompleter))]
    public long Id { get; set; }

    /// <summary>
    /// A pull request that is read anew, or an untyped object with the properties Repository and Id. A comment, a task or whatever else lies
    /// under a pull request stands for it.
    /// </summary>
    [Parameter(ParameterSetName = IdSet, ValueFromPipeline = true)]
    [PullRequestPartTransformation]
    [ValidateNotNull]
    public PullRequest? InputObject { get; set; }

    /// <summary>What became of them; Open by default, and with -Commit all.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Parameter(ParameterSetName = UserSet)]
    [ValidateSet("Open", "Merged", "Declined", "Superseded", "All")]
    public string[] State { get; set; } = [];

    /// <summary>Only those that somebody opened.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    [UserTransformation]
    [ArgumentCompleter(typeof(MemberCompleter))]
    public string? Author { get; set; }

    /// <summary>Only those that somebody is asked to review.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    [UserTransformation]
    [ArgumentCompleter(typeof(MemberCompleter))]
    public string? Reviewer { get; set; }

    /// <summary>Only those from this branch; wildcards may stand in it.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(BranchCompleter))]
    public string? SourceBranch { get; set; }

    /// <summary>Only those into this branch; wildcards may stand in it.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(BranchCompleter))]
    public string? DestinationBranch { get; set; }

    /// <summary>Only those that brought a commit or are to bring it: its hash, or the name of a branch or a tag.</summary>
    [Parameter(ParameterSetName = ListSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Hash")]
    [ValidateNotNullOrEmpty]
    public string? Commit { get; set; }

    /// <summary>Only those from a branch, as Get-BitbucketBranch writes it.</summary>
    [Parameter(ParameterSetName = ListSet, ValueFromPipeline = true)]
    [BranchTransformation]
    [ValidateNotNull]
    public Branch? Branch { get; set; }

    /// <summary>Only that of the branch that is checked out in the git clone at the current location; an error if it has none.</summary>
    [Parameter(ParameterSetName = ListSet)]
    public SwitchParameter Current { get; set; }

    /// <summary>A condition in Bitbucket's query language, such as title ~ "login"; the server checks it.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    public string? Filter { get; set; }

    /// <summary>The field to sort by, such as title; a minus before it reverses the order, and needs quotes: '-updated_on'.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    public string? Sort { get; set; }

    /// <summary>Who opened them, in any repository of the workspace.</summary>
    [Parameter(Mandatory = true, ParameterSetName = UserSet)]
    [ValidateNotNullOrEmpty]
    [UserTransformation]
    [ArgumentCompleter(typeof(MemberCompleter))]
    public string? User { get; set; }

    /// <summary>The workspace to look in; by default the session's.</summary>
    [Parameter(ParameterSetName = UserSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WorkspaceCompleter))]
    public string? Workspace { get; set; }
}
