using BitbucketPS.Http;
using BitbucketPS.Json;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>Pull requests.</summary>
public sealed partial class PullRequestsClient
{
    private readonly OperationRunner _runner;

    internal PullRequestsClient(OperationRunner runner)
    {
        _runner = runner;
    }

    /// <summary>Gets one pull request.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="id">Its number.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The pull request.</returns>
    /// <exception cref="BitbucketException">There is no such pull request, or it cannot be read.</exception>
    public async Task<PullRequest> GetAsync(RepositoryId repository, long id, CancellationToken cancellationToken = default)
    {
        PullRequest found = await _runner
            .GetAsync(PullRequestOperations.GetPullRequest, PullRequestPath.Of(repository, id), BitbucketJson.Default.PullRequest, cancellationToken)
            .ConfigureAwait(false);
        return found with { Repository = repository };
    }

    /// <summary>Opens a pull request.</summary>
    /// <remarks>Where one is open from the same branch into the same branch, the service changes that one, and says nothing of it.</remarks>
    /// <param name="repository">The repository it is to be merged into.</param>
    /// <param name="draft">What it is to be.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The pull request.</returns>
    /// <exception cref="BitbucketException">A branch is missing, there is nothing to merge, somebody cannot review, or the server refuses otherwise.</exception>
    public async Task<PullRequest> CreateAsync(RepositoryId repository, PullRequestDraft draft, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        ArgumentNullException.ThrowIfNull(draft);
        PullRequest made = await _runner.SendAsync(
            PullRequestOperations.CreatePullRequest,
            [repository.Workspace, repository.Slug],
            PullRequestBody.Of(draft),
            BitbucketJson.Default.PullRequestBody,
            BitbucketJson.Default.PullRequest,
            cancellationToken).ConfigureAwait(false);
        return Checked(made, made.Id) with { Repository = repository };
    }

    /// <summary>
    /// Changes a pull request. What the service would take for nothing if it were not named, the reviewers and the title, is read
    /// before and sent again.
    /// </summary>
    /// <param name="repository">The repository.</param>
    /// <param name="id">Its number.</param>
    /// <param name="update">What is to be changed.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The pull request as it is now.</returns>
    /// <exception cref="BitbucketException">It is not open, somebody cannot review, or the server refuses otherwise.</exception>
    public async Task<PullRequest> UpdateAsync(
        RepositoryId repository,
        long id,
        PullRequestUpdate update,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        PullRequest? before = update is { Title: not null, Reviewers: not null }
            ? null
            : await GetAsync(repository, id, cancellationToken).ConfigureAwait(false);
        IEnumerable<string> reviewers = (update.Reviewers ?? before!.Reviewers.Select(reviewer => reviewer.Uuid).OfType<string>())
            .Concat(update.AddReviewers)
            .Except(update.RemoveReviewers, StringComparer.OrdinalIgnoreCase);
        PullRequest changed = await _runner.SendAsync(
            PullRequestOperations.UpdatePullRequest,
            PullRequestPath.Of(repository, id),
            PullRequestBody.Of(update, before?.Title, reviewers),
            BitbucketJson.Default.PullRequestBody,
            BitbucketJson.Default.PullRequest,
            cancellationToken).ConfigureAwait(false);
        return Checked(changed, id) with { Repository = repository };
    }

    /// <summary>Declines a pull request.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="id">Its number.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The pull request as it is now.</returns>
    /// <exception cref="BitbucketException">It is not open, or the server refuses otherwise.</exception>
    public async Task<PullRequest> DeclineAsync(RepositoryId repository, long id, CancellationToken cancellationToken = default)
    {
        OperationCall call = new(PullRequestOperations.DeclinePullRequest, PullRequestPath.Of(repository, id));
        PullRequest declined = await _runner.CallAsync(call, BitbucketJson.Default.PullRequest, cancellationToken).ConfigureAwait(false);
        return Checked(declined, id) with { Repository = repository };
    }

    // A proxy's answer may be any JSON.
    private static PullRequest Checked(PullRequest answer, long id) => answer.Id == id && id > 0
        ? answer
        : throw new BitbucketException(BitbucketErrorKind.UnexpectedResponse, "The answer is no pull request, or another one.")
        {
            IsOutcomeUnknown = true,
        };
}
