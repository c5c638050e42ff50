using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Gets the commit at which two histories part: the best common ancestor of two commits.
/// </summary>
/// <remarks>
/// It does not matter which of the two is given first. A branch or a commit that is piped is compared with -With, and of a pull request
/// that is piped the newest commits of its source and its destination with each other.
/// </remarks>
/// <example>
/// <summary>Gets the commit at which a branch left main.</summary>
/// <code>Get-BitbucketMergeBase demo/api develop main</code>
/// </example>
/// <example>
/// <summary>Shows where each release branch left main.</summary>
/// <code>Get-BitbucketBranch demo/api release/* | Get-BitbucketMergeBase -With main</code>
/// </example>
/// <example>
/// <summary>Shows where the open pull requests begin.</summary>
/// <code>Get-BitbucketPullRequest demo/website | Get-BitbucketMergeBase</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BitbucketMergeBase", DefaultParameterSetName = PullRequestSet)]
[OutputType(typeof(Commit))]
[UsesOperation(nameof(DiffOperations.GetMergeBase))]
[UsesOperation(nameof(CommitOperations.ListCommits), With = nameof(Commit))]
[UsesOperation(nameof(PullRequestOperations.GetPullRequest), With = nameof(PullRequest))]
public sealed class GetBitbucketMergeBaseCommand : BitbucketCommitCommand
{
    private const string CommitSet = "Commit";
    private const string PullRequestSet = "PullRequest";

    /// <inheritdoc />
    [Parameter(Position = 0, ParameterSetName = CommitSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [RepositoryTransformation]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(RepositoryCompleter))]
    public override RepositoryIdentity? Repository { get; set; }

    /// <inheritdoc />
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = CommitSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Hash", "Target")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BranchCompleter))]
    public override string Commit { get; set; } = "";

    /// <summary>The other commit: its hash, or the name of a branch or a tag.</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = CommitSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BranchCompleter))]
    public string With { get; set; } = "";

    /// <summary>A pull request as Get-BitbucketPullRequest writes it, or an untyped object with the properties Repository and Id.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PullRequestSet, ValueFromPipeline = true)]
    [PullRequestTransformation]
    [ValidateNotNull]
    public PullRequest? PullRequest { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Emit((object?)PullRequest ?? Repository, work =>
    {
        if (PullRequest is { } pullRequest)
        {
            PullRequestKey key = PullRequestKey.Of(pullRequest);
            work.Target = key;
            return Results.One(() => FindAsync(key, pullRequest));
        }

        (CommitAddress address, string other) = (ResolveCommit(), With);
        work.Target = $"{address}..{other}";
        return Results.One(() => Client.Commits.GetMergeBaseAsync(address.Repository, address.Commit, other, StopToken));
    });

    private async Task<Commit> FindAsync(PullRequestKey key, PullRequest given)
    {
        // An untyped object says no more than the address.
        PullRequest known = given is { SourceCommit: not null, DestinationCommit: not null }
            ? given
            : await Client.PullRequests.GetAsync(key.Repository, key.Id, StopToken).ConfigureAwait(false);
        return known is { SourceCommit: { } source, DestinationCommit: { } destination }
            ? await Client.Commits.GetMergeBaseAsync(key.Repository, source, destination, StopToken).ConfigureAwait(false)
            : throw new BitbucketException(BitbucketErrorKind.NotFound, $"The service does not say any more between which commits {key} is.")
            {
                RecommendedAction = "Its fork or a branch was deleted. Get-BitbucketCommit lists its commits; compare one of them with -With.",
            };
    }
}
