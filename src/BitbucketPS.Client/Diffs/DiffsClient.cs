using BitbucketPS.Http;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>What differs between commits, and where their histories part.</summary>
public sealed class DiffsClient
{
    private readonly OperationRunner _runner;

    internal DiffsClient(OperationRunner runner)
    {
        _runner = runner;
    }

    /// <summary>Gets the patches of commits, one behind the other.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="spec">One commit, or <c>new..old</c>: the service has them the other way round than git.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The patches as text.</returns>
    /// <exception cref="BitbucketException">There are no such commits, or they cannot be read.</exception>
    public async Task<string> GetPatchAsync(RepositoryId repository, string spec, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        OperationCall call = new(DiffOperations.GetPatch, repository.Workspace, repository.Slug, spec) { Accept = MediaTypes.Any };
        return (await _runner.ReadTextAsync(call, cancellationToken).ConfigureAwait(false)).Text;
    }
}
