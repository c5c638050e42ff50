using BitbucketPS.Http;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>Directories and files of a repository, their history, and commits that change them.</summary>
public sealed class SourceClient
{
    private readonly OperationRunner _runner;

    internal SourceClient(OperationRunner runner)
    {
        _runner = runner;
    }

    /// <summary>Writes a file's bytes to a stream, which is emptied first.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="commit">The hash of the commit; the name of a branch with a slash in it is not found by the service.</param>
    /// <param name="path">The file's path.</param>
    /// <param name="destination">Where the bytes go.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>How many bytes the file has.</returns>
    /// <exception cref="BitbucketException">There is no such file, or it cannot be read or written.</exception>
    public Task<long> CopyFileAsync(
        RepositoryId repository, string commit, string path, Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        OperationCall call = new(SourceOperations.GetSource, repository.Workspace, repository.Slug, commit, path) { Accept = MediaTypes.Any };
        return _runner.CopyAsync(call, destination, cancellationToken);
    }
}
