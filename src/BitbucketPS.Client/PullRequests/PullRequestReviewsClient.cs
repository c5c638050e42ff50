using BitbucketPS.Http;
using BitbucketPS.Json;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>Approvals of pull requests and requests for changes.</summary>
public sealed class PullRequestReviewsClient
{
    private readonly OperationRunner _runner;

    internal PullRequestReviewsClient(OperationRunner runner)
    {
        _runner = runner;
    }

    /// <summary>Gets who takes part in a pull request, and what they think of it.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="id">The number of the pull request.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The reviewers, and whoever else came by.</returns>
    /// <exception cref="BitbucketException">There is no such pull request, or it cannot be read.</exception>
    public async Task<IReadOnlyList<Participant>> GetParticipantsAsync(RepositoryId repository, long id, CancellationToken cancellationToken = default)
    {
        OperationCall call = new(PullRequestOperations.GetPullRequest, PullRequestPath.Of(repository, id))
        {
            Query = new QueryString().Add(QueryString.Fields, "participants"),
        };
        PullRequest answer = await _runner
            .CallAsync(call, BitbucketJson.Default.PullRequest, cancellationToken)
            .ConfigureAwait(false);
        return answer.Participants;
    }

    /// <summary>Approves a pull request as the signed-in account.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="id">The number of the pull request.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The account, as it takes part now.</returns>
    /// <exception cref="BitbucketException">There is no such pull request, or the server refuses.</exception>
    public Task<Participant> ApproveAsync(RepositoryId repository, long id, CancellationToken cancellationToken = default)
        => ReviewAsync(PullRequestOperations.ApprovePullRequest, repository, id, cancellationToken);

    /// <summary>Takes back the account's approval.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="id">The number of the pull request.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="BitbucketException">There is none, or the server refuses.</exception>
    public Task UnapproveAsync(RepositoryId repository, long id, CancellationToken cancellationToken = default)
        => _runner.DeleteAsync(PullRequestOperations.UnapprovePullRequest, PullRequestPath.Of(repository, id), cancellationToken);

    /// <summary>Asks for changes to a pull request as the signed-in account.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="id">The number of the pull request.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The account, as it takes part now.</returns>
    /// <exception cref="BitbucketException">There is no such pull request, or the server refuses.</exception>
    public Task<Participant> RequestChangesAsync(RepositoryId repository, long id, CancellationToken cancellationToken = default)
        => ReviewAsync(PullRequestOperations.RequestPullRequestChanges, repository, id, cancellationToken);

    /// <summary>Takes back the account's request for changes.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="id">The number of the pull request.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="BitbucketException">There is none, or the server refuses.</exception>
    public Task UnrequestChangesAsync(RepositoryId repository, long id, CancellationToken cancellationToken = default)
        => _runner.DeleteAsync(PullRequestOperations.UnrequestPullRequestChanges, PullRequestPath.Of(repository, id), cancellationToken);

    private Task<Participant> ReviewAsync(Operation operation, RepositoryId repository, long id, CancellationToken cancellationToken)
        => _runner.CallAsync(new OperationCall(operation, PullRequestPath.Of(repository, id)), BitbucketJson.Default.Participant, cancellationToken);
}
