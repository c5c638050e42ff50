using System.Net;
using BitbucketPS.Http;
using BitbucketPS.Json;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>Makes of what people call a commit what the service finds in a path.</summary>
internal sealed class RevisionResolver(OperationRunner runner)
{
    private const int HashLength = 40;

    /// <summary>
    /// A revision that may stand in a path. A name with a slash in it is not found there, encoded or not: the hash of its commit
    /// takes its place. Nothing stands for the newest commit of the main branch.
    /// </summary>
    public Task<string> FindAsync(RepositoryId repository, string? revision, CancellationToken cancellationToken) => revision switch
    {
        null => MainAsync(repository, cancellationToken),
        _ when revision.Contains('/', StringComparison.Ordinal) => NamedAsync(repository, revision, cancellationToken),
        _ => Task.FromResult(revision),
    };

    /// <summary>The hash of a commit.</summary>
    public async Task<string> FindHashAsync(RepositoryId repository, string revision, CancellationToken cancellationToken)
    {
        string found = await FindAsync(repository, revision, cancellationToken).ConfigureAwait(false);
        return IsHash(found) ? found : (await runner.GetAsync(
            CommitOperations.GetCommit,
            [repository.Workspace, repository.Slug, found],
            BitbucketJson.Default.Commit,
            cancellationToken).ConfigureAwait(false)).Hash;
    }

    private static bool IsHash(string text) => text.Length == HashLength && text.All(char.IsAsciiHexDigit);

    private async Task<string> MainAsync(RepositoryId repository, CancellationToken cancellationToken)
    {
        OperationCall call = new(SourceOperations.GetSourceRoot, repository.Workspace, repository.Slug)
        {
            Query = new QueryString().Add("format", "meta"),
        };
        SourceEntry root = await runner.CallAsync(call, BitbucketJson.Default.SourceEntry, cancellationToken).ConfigureAwait(false);
        return root.Commit;
    }

    // Almost always a branch.
    private async Task<string> NamedAsync(RepositoryId repository, string name, CancellationToken cancellationToken)
    {
        string[] path = [repository.Workspace, repository.Slug, name];
        try
        {
            return HashOf((await runner.GetAsync(RefOperations.GetBranch, path, BitbucketJson.Default.Branch, cancellationToken).ConfigureAwait(false)).Target);
        }
        catch (BitbucketApiException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return await TaggedAsync(path, cancellationToken).ConfigureAwait(false) ?? throw Unknown(repository, name, e);
        }

        string HashOf(CommitSummary? target) => target?.Hash is { Length: > 0 } hash ? hash : throw Unknown(repository, name, inner: null);
    }

    private async Task<string?> TaggedAsync(string[] path, CancellationToken cancellationToken)
    {
        try
        {
            return (await runner.GetAsync(RefOperations.GetTag, path, BitbucketJson.Default.Tag, cancellationToken).ConfigureAwait(false)).Target?.Hash;
        }
        catch (BitbucketApiException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private static BitbucketException Unknown(RepositoryId repository, string name, Exception? inner)
        => new(BitbucketErrorKind.NotFound, $"{repository} has no branch and no tag {name}, or the account may not see it.", inner);
}
