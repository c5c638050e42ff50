using System.Globalization;
using System.Runtime.CompilerServices;
using BitbucketPS.Http;
using BitbucketPS.Json;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>Build statuses of commits. A commit may be named by its hash, or by a branch or a tag, which costs one request more.</summary>
public sealed class CommitStatusesClient
{
    private readonly OperationRunner _runner;
    private readonly CommitResolver _resolver;

    internal CommitStatusesClient(OperationRunner runner)
    {
        _runner = runner;
        _resolver = new(runner);
    }

    /// <summary>Lists the statuses of a commit.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="commit">The commit.</param>
    /// <param name="query">Which ones, and in which order; null for all, in the server's order.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    /// <returns>The statuses as their pages come.</returns>
    /// <exception cref="BitbucketException">The list cannot be read.</exception>
    public async IAsyncEnumerable<CommitStatus> ListAsync(
        RepositoryId repository,
        string commit,
        CommitStatusQuery? query = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        string hash = await _resolver.HashAsync(repository, commit, cancellationToken).ConfigureAwait(false);
        IAsyncEnumerable<CommitStatus> statuses = _runner.ListAsync(
            CommitOperations.ListCommitStatuses,
            [repository.Workspace, repository.Slug, hash],
            new QueryString().Add("refname", query?.Refname).Add("q", query?.Filter).Add("sort", query?.Sort),
            BitbucketJson.Default.PageCommitStatus,
            query,
            cancellationToken);
        await foreach (CommitStatus status in statuses.ConfigureAwait(false))
        {
            yield return Complete(status, repository, hash);
        }
    }

    /// <summary>Lists the statuses of the commits of a pull request.</summary>
    /// <param name="repository">The repository it is to be merged into.</param>
    /// <param name="pullRequestId">Its number.</param>
    /// <param name="query">Which ones, and in which order; null for all, in the server's order.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    /// <returns>The statuses as their pages come.</returns>
    /// <exception cref="BitbucketException">The list cannot be read.</exception>
    public async IAsyncEnumerable<CommitStatus> ListOfPullRequestAsync(
        RepositoryId repository,
        long pullRequestId,
        CommitStatusQuery? query = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        IAsyncEnumerable<CommitStatus> statuses = _runner.ListAsync(
            PullRequestOperations.ListPullRequestStatuses,
            [repository.Workspace, repository.Slug, pullRequestId.ToString(CultureInfo.InvariantCulture)],
            new QueryString().Add("q", query?.Filter).Add("sort", query?.Sort),
            BitbucketJson.Default.PageCommitStatus,
            query,
            cancellationToken);
        await foreach (CommitStatus status in statuses.ConfigureAwait(false))
        {
            yield return Complete(status, repository, hash: "");
        }
    }

    /// <summary>Gets one status.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="commit">The commit.</param>
    /// <param name="key">The status's key.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The status.</returns>
    /// <exception cref="BitbucketException">There is no such status, or it cannot be read.</exception>
    public async Task<CommitStatus> GetAsync(RepositoryId repository, string commit, string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        string hash = await _resolver.HashAsync(repository, commit, cancellationToken).ConfigureAwait(false);
        CommitStatus found = await _runner.GetAsync(
            CommitOperations.GetCommitStatus,
            [repository.Workspace, repository.Slug, hash, key],
            BitbucketJson.Default.CommitStatus,
            cancellationToken).ConfigureAwait(false);
        return Complete(found, repository, hash);
    }

    /// <summary>Says something about a commit. A status of the commit that has the same key is replaced.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="commit">The commit.</param>
    /// <param name="key">What tells it from the other statuses of the commit; at most 40 characters.</param>
    /// <param name="status">What it says; state and address have to be given.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The status.</returns>
    /// <exception cref="BitbucketException">There is no such commit, or the server refuses.</exception>
    public Task<CommitStatus> CreateAsync(
        RepositoryId repository, string commit, string key, CommitStatusChange status, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(status);
        return WriteAsync(repository, commit, hash => new(CommitOperations.CreateCommitStatus, repository.Workspace, repository.Slug, hash)
        {
            Content = JsonBody.Write(CommitStatusBody.Of(key, status), BitbucketJson.Default.CommitStatusBody),
        }, cancellationToken);
    }

    /// <summary>Changes a status.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="commit">The commit.</param>
    /// <param name="key">The status's key.</param>
    /// <param name="change">What changes; null properties stay.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The status as it is then.</returns>
    /// <exception cref="BitbucketException">There is no such status, or the server refuses.</exception>
    public Task<CommitStatus> UpdateAsync(
        RepositoryId repository, string commit, string key, CommitStatusChange change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return WriteAsync(repository, commit, hash => new(CommitOperations.UpdateCommitStatus, repository.Workspace, repository.Slug, hash, key)
        {
            Content = JsonBody.Write(CommitStatusBody.Of(key: null, change), BitbucketJson.Default.CommitStatusBody),
        }, cancellationToken);
    }

    private async Task<CommitStatus> WriteAsync(
        RepositoryId repository, string commit, Func<string, OperationCall> call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(repository);
        string hash = await _resolver.HashAsync(repository, commit, cancellationToken).ConfigureAwait(false);
        CommitStatus written = await _runner.CallAsync(call(hash), BitbucketJson.Default.CommitStatus, cancellationToken).ConfigureAwait(false);
        return Complete(written, repository, hash);
    }

    private static CommitStatus Complete(CommitStatus status, RepositoryId repository, string hash)
        => status with { Repository = repository, Commit = status.Commit.Length > 0 ? status.Commit : hash };
}
