using BitbucketPS.Http;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>Projects of a workspace.</summary>
public sealed class ProjectsClient
{
    private readonly OperationRunner _runner;

    internal ProjectsClient(OperationRunner runner)
    {
        _runner = runner;
    }

    /// <summary>Deletes a project; one that has repositories is refused.</summary>
    /// <param name="workspace">The workspace's slug or UUID.</param>
    /// <param name="key">The project's key.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="BitbucketException">There is none, or the server refuses.</exception>
    public Task DeleteAsync(string workspace, string key, CancellationToken cancellationToken = default)
        => _runner.DeleteAsync(ProjectOperations.DeleteProject, [workspace, key], cancellationToken);
}
