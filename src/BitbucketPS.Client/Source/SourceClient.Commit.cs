using BitbucketPS.Http;
using BitbucketPS.Json;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <content>How files are written.</content>
public sealed partial class SourceClient
{
    /// <summary>Adds, changes and deletes files in one commit.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="change">What to do.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The new commit.</returns>
    /// <exception cref="BitbucketException">A path is none, the branch has moved on from the parent, or the server refuses.</exception>
    public async Task<Commit> CommitAsync(RepositoryId repository, SourceChange change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        ArgumentNullException.ThrowIfNull(change);
        string? parent = change.Parent is null ? null : await _commits.HashAsync(repository, change.Parent, cancellationToken).ConfigureAwait(false);
        OperationCall call = new(SourceOperations.CreateSourceCommit, repository.Workspace, repository.Slug)
        {
            Content = SourceForm.Write(change with { Parent = parent }),
        };
        string hash = await _runner.CallAsync(call, (response, _) => Task.FromResult(HashOf(response, repository)), cancellationToken).ConfigureAwait(false);
        Commit commit = await _runner.GetAsync(
            CommitOperations.GetCommit, [repository.Workspace, repository.Slug, hash], BitbucketJson.Default.Commit, cancellationToken).ConfigureAwait(false);
        return commit with { Repository = repository };
    }

    // The answer has no body: all it says is where the commit is.
    private static string HashOf(HttpResponseMessage response, RepositoryId repository)
    {
        using (response)
        {
            string? hash = response.Headers.Location?.OriginalString.Split('?')[0].TrimEnd('/').Split('/')[^1];
            return hash is { Length: > 0 } ? hash : throw new BitbucketException(
                BitbucketErrorKind.UnexpectedResponse, $"{repository} took the files, but did not say in which commit they are now.")
            {
                RecommendedAction = "Look at the newest commit of the branch before you commit the files again.",
            };
        }
    }
}
