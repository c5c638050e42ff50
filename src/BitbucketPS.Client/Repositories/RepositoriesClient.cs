using BitbucketPS.Http;
using BitbucketPS.Json;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>Repositories.</summary>
public sealed class RepositoriesClient
{
    private readonly OperationRunner _runner;

    internal RepositoriesClient(OperationRunner runner)
    {
        _runner = runner;
    }

    /// <summary>Lists the repositories of a workspace that the account can see.</summary>
    /// <param name="workspace">The workspace's slug or UUID.</param>
    /// <param name="query">Which ones, and in which order; null for all, in the server's order.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    /// <returns>The repositories as their pages come.</returns>
    /// <exception cref="BitbucketException">The list cannot be read.</exception>
    public IAsyncEnumerable<Repository> ListAsync(
        string workspace,
        RepositoryQuery? query = null,
        CancellationToken cancellationToken = default)
        => _runner.ListAsync(
            RepositoryOperations.ListRepositories,
            [workspace],
            new QueryString().Add("role", query?.Role).Add("q", query?.Filter).Add("sort", query?.Sort),
            BitbucketJson.Default.PageRepository,
            query,
            cancellationToken);

    /// <summary>Gets one repository.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The repository.</returns>
    /// <exception cref="BitbucketException">There is no such repository, or the account may not see it.</exception>
    public Task<Repository> GetAsync(RepositoryId repository, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        return _runner.GetAsync(
            RepositoryOperations.GetRepository,
            [repository.Workspace, repository.Slug],
            BitbucketJson.Default.Repository,
            cancellationToken);
    }

    /// <summary>Makes an empty repository.</summary>
    /// <param name="repository">Its address.</param>
    /// <param name="change">What it is to be; what is null is left to the service.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The new repository.</returns>
    /// <exception cref="BitbucketException">There is one of that address, or the server refuses.</exception>
    public Task<Repository> CreateAsync(RepositoryId repository, RepositoryChange? change = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        return SendAsync(RepositoryOperations.CreateRepository, repository, change, cancellationToken);
    }

    /// <summary>Changes a repository. It is read first: the service would make one that is not there.</summary>
    /// <param name="repository">The repository; the address that it had before it was renamed will do, as long as the service remembers it.</param>
    /// <param name="change">What is to change.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    /// <returns>The repository as it is now; after a change of its name it has another address.</returns>
    /// <exception cref="BitbucketException">There is no such repository, or the server refuses.</exception>
    public async Task<Repository> UpdateAsync(RepositoryId repository, RepositoryChange change, CancellationToken cancellationToken = default)
    {
        Repository old = await GetAsync(repository, cancellationToken).ConfigureAwait(false);
        RepositoryId address = RepositoryId.TryParse(old.FullName, out RepositoryId? current) ? current : repository;
        return await SendAsync(RepositoryOperations.UpdateRepository, address, change, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes a repository with everything in it. Its forks stay.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="redirectTo">The address that its page tells readers to go to; null for none.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="BitbucketException">There is no such repository, or the server refuses.</exception>
    public Task DeleteAsync(RepositoryId repository, string? redirectTo = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        OperationCall call = new(RepositoryOperations.DeleteRepository, repository.Workspace, repository.Slug)
        {
            Query = new QueryString().Add("redirect_to", redirectTo),
        };
        return _runner.DeleteAsync(call, cancellationToken);
    }

    /// <summary>Lists the accounts that watch a repository.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="options">How many; null for all.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    /// <returns>The accounts as their pages come.</returns>
    /// <exception cref="BitbucketException">The list cannot be read.</exception>
    public IAsyncEnumerable<Account> ListWatchersAsync(
        RepositoryId repository,
        ListOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        return _runner.ListAsync(
            RepositoryOperations.ListRepositoryWatchers,
            [repository.Workspace, repository.Slug],
            new QueryString(),
            BitbucketJson.Default.PageAccount,
            options,
            cancellationToken);
    }

    private Task<Repository> SendAsync(
        Operation operation,
        RepositoryId repository,
        RepositoryChange? change,
        CancellationToken cancellationToken)
        => _runner.SendAsync(
            operation,
            [repository.Workspace, repository.Slug],
            RepositoryBody.Of(change),
            BitbucketJson.Default.RepositoryBody,
            BitbucketJson.Default.Repository,
            cancellationToken);
}
