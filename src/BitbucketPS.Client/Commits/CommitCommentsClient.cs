using System.Globalization;
using BitbucketPS.Http;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>Comments on commits.</summary>
public sealed class CommitCommentsClient
{
    private readonly OperationRunner _runner;

    internal CommitCommentsClient(OperationRunner runner)
    {
        _runner = runner;
    }

    /// <summary>Deletes a comment.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="commit">The hash of the commit.</param>
    /// <param name="id">The comment's number.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="BitbucketException">There is none, or the server refuses.</exception>
    public Task DeleteAsync(RepositoryId repository, string commit, long id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        return _runner.DeleteAsync(
            CommitOperations.DeleteCommitComment,
            [repository.Workspace, repository.Slug, commit, id.ToString(CultureInfo.InvariantCulture)],
            cancellationToken);
    }
}
