using System.Globalization;
using System.Runtime.CompilerServices;
using BitbucketPS.Http;
using BitbucketPS.Json;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>Commits and their approvals.</summary>
/// <remarks>
/// Where one commit is asked for, it may be named by its hash, or by a branch or a tag that points to it. The service does not find
/// names with a slash there; such a name costs one request more.
/// </remarks>
public sealed class CommitsClient
{
    private readonly OperationRunner _runner;
    private readonly CommitResolver _resolver;

    internal CommitsClient(OperationRunner runner)
    {
        _runner = runner;
        _resolver = new(runner);
    }

    /// <summary>Lists commits, newest first.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="query">Which ones; null for all that a branch or a tag leads to.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    /// <returns>The commits as their pages come.</returns>
    /// <exception cref="BitbucketException">The list cannot be read.</exception>
    public IAsyncEnumerable<Commit> ListAsync(
        RepositoryId repository,
        CommitQuery? query = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        CommitListRequest request = new(repository, query ?? new());
        return InRepository(
            repository,
            _runner.ListAsync(request.Call, request.Form, BitbucketJson.Default.PageCommit, query, cancellationToken),
            cancellationToken);
    }

    /// <summary>Lists the commits of a pull request: those that its merge would bring.</summary>
    /// <param name="repository">The repository it is to be merged into.</param>
    /// <param name="pullRequestId">Its number.</param>
    /// <param name="options">How many; null for all.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    /// <returns>The commits as their pages come.</returns>
    /// <exception cref="BitbucketException">The list cannot be read.</exception>
    public IAsyncEnumerable<Commit> ListOfPullRequestAsync(
        RepositoryId repository,
        long pullRequestId,
        ListOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        string[] path = [repository.Workspace, repository.Slug, pullRequestId.ToString(CultureInfo.InvariantCulture)];
        return InRepository(
            repository,
            _runner.ListAsync(
                PullRequestOperations.ListPullRequestCommits, path, new(), BitbucketJson.Default.PageCommit, options, cancellationToken),
            cancellationToken);
    }

    /// <summary>Gets one commit.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="commit">Its hash, or the name of a branch or a tag.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The commit.</returns>
    /// <exception cref="BitbucketException">There is no such commit, or it cannot be read.</exception>
    public async Task<Commit> GetAsync(RepositoryId repository, string commit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        string name = await _resolver.FitForPathAsync(repository, commit, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(repository, CommitOperations.GetCommit, name, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Finds the hash of a commit.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="commit">Its hash, for which nothing is asked, or the name of a branch or a tag.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The whole hash.</returns>
    /// <exception cref="BitbucketException">There is no such commit, or it cannot be read.</exception>
    public Task<string> ResolveAsync(RepositoryId repository, string commit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        return _resolver.HashAsync(repository, commit, cancellationToken);
    }

    /// <summary>Gets the best common ancestor of two commits: where their histories part.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="one">A commit: its hash, or the name of a branch or a tag.</param>
    /// <param name="other">Another one.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The ancestor.</returns>
    /// <exception cref="BitbucketException">They have none, a commit is not found, or it cannot be read.</exception>
    public async Task<Commit> GetMergeBaseAsync(RepositoryId repository, string one, string other, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        string[] names = await Task.WhenAll(
            _resolver.FitForPathAsync(repository, one, cancellationToken),
            _resolver.FitForPathAsync(repository, other, cancellationToken)).ConfigureAwait(false);
        return await ReadAsync(repository, DiffOperations.GetMergeBase, string.Join("..", names), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Approves a commit, as the account that is signed in.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="commit">Its hash, or the name of a branch or a tag.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The account as one that takes part.</returns>
    /// <exception cref="BitbucketException">There is no such commit, or the server refuses.</exception>
    public async Task<Participant> ApproveAsync(RepositoryId repository, string commit, CancellationToken cancellationToken = default)
    {
        string hash = await ResolveAsync(repository, commit, cancellationToken).ConfigureAwait(false);
        return await _runner.CallAsync(
            new(CommitOperations.ApproveCommit, repository.Workspace, repository.Slug, hash),
            BitbucketJson.Default.Participant,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes back the approval of the account that is signed in.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="commit">The commit's hash, or the name of a branch or a tag.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="BitbucketException">It had not approved the commit, or the server refuses.</exception>
    public async Task RevokeApprovalAsync(RepositoryId repository, string commit, CancellationToken cancellationToken = default)
    {
        string hash = await ResolveAsync(repository, commit, cancellationToken).ConfigureAwait(false);
        await _runner.DeleteAsync(
            CommitOperations.UnapproveCommit, [repository.Workspace, repository.Slug, hash], cancellationToken).ConfigureAwait(false);
    }

    private async Task<Commit> ReadAsync(RepositoryId repository, Operation operation, string name, CancellationToken cancellationToken)
    {
        Commit found = await _runner.GetAsync(
            operation, [repository.Workspace, repository.Slug, name], BitbucketJson.Default.Commit, cancellationToken).ConfigureAwait(false);
        return found with { Repository = repository };
    }

    private static async IAsyncEnumerable<Commit> InRepository(
        RepositoryId repository, IAsyncEnumerable<Commit> commits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (Commit commit in commits.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return commit with { Repository = repository };
        }
    }
}
