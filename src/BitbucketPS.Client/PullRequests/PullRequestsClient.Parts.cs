using System.Runtime.CompilerServices;
using BitbucketPS.Http;
using BitbucketPS.Json;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <content>The lists of what belongs to pull requests.</content>
public sealed partial class PullRequestsClient
{
    /// <summary>Lists what happened to a pull request, or to all of a repository, the newest first.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="id">The number of the pull request; null for all.</param>
    /// <param name="options">How much; null for all.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    /// <returns>What happened, as its pages come.</returns>
    /// <exception cref="BitbucketException">The list cannot be read.</exception>
    public async IAsyncEnumerable<PullRequestActivity> ListActivityAsync(
        RepositoryId repository,
        long? id = null,
        ListOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        IAsyncEnumerable<PullRequestActivityEntry> entries = _runner.ListAsync(
            id is null ? PullRequestOperations.ListRepositoryPullRequestActivity : PullRequestOperations.ListPullRequestActivity,
            id is { } number ? PullRequestPath.Of(repository, number) : [repository.Workspace, repository.Slug],
            new(),
            BitbucketJson.Default.PagePullRequestActivityEntry,
            options,
            cancellationToken);
        await foreach (PullRequestActivityEntry entry in entries.ConfigureAwait(false))
        {
            yield return entry.ToActivity(repository);
        }
    }

    /// <summary>Lists the files that stand in the way of a pull request's merge.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="id">The number of the pull request.</param>
    /// <param name="options">How many; null for all.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    /// <returns>The files; none if it can be merged.</returns>
    /// <exception cref="BitbucketException">The list cannot be read.</exception>
    public async IAsyncEnumerable<PullRequestConflict> ListConflictsAsync(
        RepositoryId repository,
        long id,
        ListOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        OperationCall call = new(PullRequestOperations.GetPullRequestConflicts, PullRequestPath.Of(repository, id));
        IAsyncEnumerable<PullRequestConflict> conflicts = _runner.ListAsync(
            call, content: null, BitbucketJson.Default.PagePullRequestConflict, options, cancellationToken);
        await foreach (PullRequestConflict conflict in conflicts.ConfigureAwait(false))
        {
            yield return conflict with { Repository = repository, PullRequestId = id };
        }
    }

    /// <summary>Lists who is asked to review each pull request of a repository: its own default reviewers and those of its project.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    /// <returns>The accounts as their pages come.</returns>
    /// <exception cref="BitbucketException">The list cannot be read.</exception>
    internal async IAsyncEnumerable<Account> ListDefaultReviewersAsync(
        RepositoryId repository, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        IAsyncEnumerable<AccountHolder> holders = _runner.ListAsync(
            DefaultReviewerOperations.ListEffectiveDefaultReviewers,
            [repository.Workspace, repository.Slug],
            new(),
            BitbucketJson.Default.PageAccountHolder,
            options: null,
            cancellationToken);
        await foreach (AccountHolder holder in holders.ConfigureAwait(false))
        {
            if (holder.User is { } user)
            {
                yield return user;
            }
        }
    }
}
