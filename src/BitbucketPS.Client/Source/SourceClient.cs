using System.Runtime.CompilerServices;
using BitbucketPS.Http;
using BitbucketPS.Json;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>Directories and files of a repository, their history, and commits that change them.</summary>
/// <remarks>
/// A commit is a hash, or the name of a branch or a tag; null is the newest of the main branch. The service does not find a name with
/// a slash in it, so its commit is asked for first: whoever reads several files of one commit calls <see cref="FindCommitAsync"/> once.
/// </remarks>
public sealed partial class SourceClient
{
    private readonly OperationRunner _runner;
    private readonly CommitResolver _commits;

    internal SourceClient(OperationRunner runner)
    {
        _runner = runner;
        _commits = new(runner);
    }

    /// <summary>What the other methods take for a commit without another request.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="commit">A hash, or the name of a branch or a tag; null for the newest commit of the main branch.</param>
    /// <param name="cancellationToken">Ends the request, if one is needed.</param>
    /// <returns>A hash, or a name without a slash.</returns>
    /// <exception cref="BitbucketException">There is no such branch or tag, or the repository is empty.</exception>
    public Task<string> FindCommitAsync(RepositoryId repository, string? commit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        return commit is null
            ? NewestOfMainAsync(repository, cancellationToken)
            : _commits.FitForPathAsync(repository, commit, cancellationToken);
    }

    /// <summary>Gets what is known of one file or directory, without its content.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="commit">The commit; null for the newest of the main branch.</param>
    /// <param name="path">The path; empty for the root.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The file or directory.</returns>
    /// <exception cref="BitbucketException">There is none, or it cannot be read.</exception>
    public async Task<SourceEntry> GetAsync(RepositoryId repository, string? commit, string path, CancellationToken cancellationToken = default)
    {
        string found = await FindCommitAsync(repository, commit, cancellationToken).ConfigureAwait(false);
        OperationCall call = FileCall(repository, found, path) with { Query = new QueryString().Add("format", "meta"), Accept = MediaTypes.Json };
        SourceEntry entry = await _runner.CallAsync(call, BitbucketJson.Default.SourceEntry, cancellationToken).ConfigureAwait(false);
        return entry with { Repository = repository };
    }

    /// <summary>Lists a directory.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="commit">The commit; null for the newest of the main branch.</param>
    /// <param name="path">The directory's path; empty for the root.</param>
    /// <param name="query">Which entries, and how deep; null for those of the directory itself.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    /// <returns>Its files and directories as their pages come.</returns>
    /// <exception cref="BitbucketException">There is no such directory, or it cannot be read.</exception>
    public async IAsyncEnumerable<SourceEntry> ListAsync(
        RepositoryId repository,
        string? commit,
        string path,
        SourceQuery? query = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string found = await FindCommitAsync(repository, commit, cancellationToken).ConfigureAwait(false);
        SourceTree tree = new(_runner, repository, found, query ?? new());
        IAsyncEnumerator<SourceEntry> entries = tree.ListAsync(path, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (entries.ConfigureAwait(false))
        {
            bool isMore = await BeginAsync(entries, query, () => RefuseFileAsync(repository, found, path, cancellationToken)).ConfigureAwait(false);
            for (; isMore; isMore = await entries.MoveNextAsync().ConfigureAwait(false))
            {
                yield return entries.Current;
            }
        }
    }

    /// <summary>Writes a file's bytes to a stream, which is emptied first.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="commit">The commit; null for the newest of the main branch.</param>
    /// <param name="path">The file's path.</param>
    /// <param name="destination">Where the bytes go.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>How many bytes the file has.</returns>
    /// <exception cref="BitbucketException">There is no such file, it is a directory, or it cannot be read or written.</exception>
    public async Task<long> CopyFileAsync(
        RepositoryId repository, string? commit, string path, Stream destination, CancellationToken cancellationToken = default)
    {
        string found = await FindCommitAsync(repository, commit, cancellationToken).ConfigureAwait(false);
        return await _runner.CopyAsync(
            FileCall(repository, found, path),
            destination,
            cancellationToken,
            (response, token) => DirectoryListing.RefuseAsync(response, path, token)).ConfigureAwait(false);
    }

    /// <summary>Lists the commits that changed a file, the newest first.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="commit">The commit to begin at; null for the newest of the main branch.</param>
    /// <param name="path">The file's path in that commit.</param>
    /// <param name="query">Which commits; null for all.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    /// <returns>The file as each of them left it.</returns>
    /// <exception cref="BitbucketException">There is no such file, or it cannot be read.</exception>
    public async IAsyncEnumerable<FileHistoryEntry> ListHistoryAsync(
        RepositoryId repository,
        string? commit,
        string path,
        FileHistoryQuery? query = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string file = RequireBelowRoot(path);
        string found = await FindCommitAsync(repository, commit, cancellationToken).ConfigureAwait(false);
        QueryString parameters = new QueryString()
            .Add("q", query?.Filter)
            .Add("sort", query?.Sort)
            .Add("renames", query is { FollowsRenames: false } ? "false" : null);
        IAsyncEnumerable<FileHistoryEntry> entries = _runner.ListAsync(
            SourceOperations.ListFileHistory,
            [repository.Workspace, repository.Slug, found, file],
            parameters,
            BitbucketJson.Default.PageFileHistoryEntry,
            query,
            cancellationToken);
        await foreach (FileHistoryEntry entry in entries.ConfigureAwait(false))
        {
            yield return entry with { Repository = repository };
        }
    }

    private static OperationCall FileCall(RepositoryId repository, string commit, string path)
        => new(SourceOperations.GetSource, repository.Workspace, repository.Slug, commit, SourcePath.Clean(path)) { Accept = MediaTypes.Any };
}
