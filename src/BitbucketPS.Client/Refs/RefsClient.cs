using System.Runtime.CompilerServices;
using BitbucketPS.Http;
using BitbucketPS.Json;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>Branches, and what branches and tags have in common.</summary>
public sealed class RefsClient
{
    private readonly OperationRunner _runner;

    internal RefsClient(OperationRunner runner)
    {
        _runner = runner;
    }

    /// <summary>Lists the branches and the tags of a repository.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="query">Which ones, and in which order; null for all, in the server's order.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    /// <returns>Each a <see cref="Branch"/> or a <see cref="Tag"/>, as their pages come.</returns>
    /// <exception cref="BitbucketException">The list cannot be read.</exception>
    public async IAsyncEnumerable<Ref> ListAsync(
        RepositoryId repository,
        RefQuery? query = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        IAsyncEnumerable<RefAnswer> refs = _runner.ListAsync(
            RefOperations.ListRefs,
            [repository.Workspace, repository.Slug],
            new QueryString().Add("q", query?.Filter).Add("sort", query?.Sort),
            BitbucketJson.Default.PageRefAnswer,
            query,
            cancellationToken);
        await foreach (RefAnswer answer in refs.ConfigureAwait(false))
        {
            yield return answer.In(repository);
        }
    }

    /// <summary>Lists the branches of a repository.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="query">Which ones, and in which order; null for all, in the server's order.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    /// <returns>The branches as their pages come.</returns>
    /// <exception cref="BitbucketException">The list cannot be read.</exception>
    public async IAsyncEnumerable<Branch> ListBranchesAsync(
        RepositoryId repository,
        RefQuery? query = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        QueryString parameters = new QueryString().Add("q", query?.Filter).Add("sort", query?.Sort);
        IAsyncEnumerable<Branch> branches = _runner.ListAsync(
            RefOperations.ListBranches,
            [repository.Workspace, repository.Slug],
            parameters,
            BitbucketJson.Default.PageBranch,
            query,
            cancellationToken);
        await foreach (Branch branch in branches.ConfigureAwait(false))
        {
            yield return branch with { Repository = repository };
        }
    }

    /// <summary>Gets one branch.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="name">The branch's name.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The branch.</returns>
    /// <exception cref="BitbucketException">There is no such branch, or it cannot be read.</exception>
    public async Task<Branch> GetBranchAsync(RepositoryId repository, string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        Branch branch = await _runner.GetAsync(
            RefOperations.GetBranch,
            [repository.Workspace, repository.Slug, name],
            BitbucketJson.Default.Branch,
            cancellationToken).ConfigureAwait(false);
        return branch with { Repository = repository };
    }

    /// <summary>Makes a branch.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="name">The new branch's name.</param>
    /// <param name="target">What it points to: a commit's hash, or the name of a branch.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The new branch.</returns>
    /// <exception cref="BitbucketException">There is one of that name, the target is unknown, or the server refuses.</exception>
    public async Task<Branch> CreateBranchAsync(
        RepositoryId repository,
        string name,
        string target,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        Branch branch = await _runner.SendAsync(
            RefOperations.CreateBranch,
            [repository.Workspace, repository.Slug],
            new CreateRefBody(name, new(target)),
            BitbucketJson.Default.CreateRefBody,
            BitbucketJson.Default.Branch,
            cancellationToken).ConfigureAwait(false);
        return branch with { Repository = repository };
    }

    /// <summary>Deletes a branch. Its commits stay.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="name">The branch's name.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="BitbucketException">There is no such branch, or the server refuses.</exception>
    public Task DeleteBranchAsync(RepositoryId repository, string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        return _runner.DeleteAsync(
            RefOperations.DeleteBranch,
            [repository.Workspace, repository.Slug, name],
            cancellationToken);
    }
}
