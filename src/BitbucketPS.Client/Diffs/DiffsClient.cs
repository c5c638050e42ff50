using System.Globalization;
using System.Runtime.CompilerServices;
using BitbucketPS.Http;
using BitbucketPS.Json;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>What differs between commits, and where their histories part.</summary>
public sealed class DiffsClient
{
    private readonly OperationRunner _runner;
    private readonly CommitResolver _commits;

    internal DiffsClient(OperationRunner runner)
    {
        _runner = runner;
        _commits = new(runner);
    }

    /// <summary>Writes the diff of a commit or between two, byte by byte: the text of the files is in their own encodings.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="range">What is compared.</param>
    /// <param name="options">How; null for the usual.</param>
    /// <param name="destination">Where it goes; it is emptied first.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>How many bytes it has.</returns>
    /// <exception cref="BitbucketException">There are no such commits, or they cannot be read.</exception>
    public async Task<long> CopyDiffAsync(
        RepositoryId repository, DiffRange range, DiffOptions? options, Stream destination, CancellationToken cancellationToken = default)
    {
        string[] path = await PathAsync(repository, range, cancellationToken).ConfigureAwait(false);
        QueryString query = QueryOf(options).Add("context", options?.Context?.ToString(CultureInfo.InvariantCulture));
        return await CopyAsync(new(DiffOperations.GetDiff, path) { Query = query }, destination, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes the diff of a pull request, byte by byte.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="pullRequestId">The pull request's number.</param>
    /// <param name="destination">Where it goes; it is emptied first.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>How many bytes it has.</returns>
    /// <exception cref="BitbucketException">There is no such pull request, or it cannot be read.</exception>
    public Task<long> CopyDiffAsync(RepositoryId repository, long pullRequestId, Stream destination, CancellationToken cancellationToken = default)
        => CopyAsync(new(PullRequestOperations.GetPullRequestDiff, PathOf(repository, pullRequestId)), destination, cancellationToken);

    /// <summary>Writes the patches of a commit, or of those that the newer of two has and the older has not, as e-mails one behind the other.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="range">Which commits.</param>
    /// <param name="destination">Where they go; it is emptied first.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>How many bytes they have.</returns>
    /// <exception cref="BitbucketException">There are no such commits, or they cannot be read.</exception>
    public async Task<long> CopyPatchAsync(RepositoryId repository, DiffRange range, Stream destination, CancellationToken cancellationToken = default)
    {
        string[] path = await PathAsync(repository, range, cancellationToken).ConfigureAwait(false);
        return await CopyAsync(new(DiffOperations.GetPatch, path), destination, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes the patches of a pull request's commits.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="pullRequestId">The pull request's number.</param>
    /// <param name="destination">Where they go; it is emptied first.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>How many bytes they have.</returns>
    /// <exception cref="BitbucketException">There is no such pull request, or it cannot be read.</exception>
    public Task<long> CopyPatchAsync(RepositoryId repository, long pullRequestId, Stream destination, CancellationToken cancellationToken = default)
        => CopyAsync(new(PullRequestOperations.GetPullRequestPatch, PathOf(repository, pullRequestId)), destination, cancellationToken);

    /// <summary>Lists the files that a commit changed, or that differ between two.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="range">What is compared.</param>
    /// <param name="diff">How; null for the usual.</param>
    /// <param name="options">How much of the list; null for all of it.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    /// <returns>The files as their pages come.</returns>
    /// <exception cref="BitbucketException">There are no such commits, or they cannot be read.</exception>
    public async IAsyncEnumerable<DiffStat> ListStatAsync(
        RepositoryId repository,
        DiffRange range,
        DiffOptions? diff = null,
        ListOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string[] path = await PathAsync(repository, range, cancellationToken).ConfigureAwait(false);
        IAsyncEnumerable<DiffStat> files = _runner.ListAsync(
            DiffOperations.ListDiffStat, path, QueryOf(diff), BitbucketJson.Default.PageDiffStat, options, cancellationToken);
        await foreach (DiffStat file in files.ConfigureAwait(false))
        {
            yield return file with { Repository = repository };
        }
    }

    /// <summary>Lists the files that a pull request changes.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="pullRequestId">The pull request's number.</param>
    /// <param name="options">How much of the list; null for all of it.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    /// <returns>The files as their pages come.</returns>
    /// <exception cref="BitbucketException">There is no such pull request, or it cannot be read.</exception>
    public async IAsyncEnumerable<DiffStat> ListStatAsync(
        RepositoryId repository,
        long pullRequestId,
        ListOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        IAsyncEnumerable<DiffStat> files = _runner.ListAsync(
            PullRequestOperations.ListPullRequestDiffStat,
            PathOf(repository, pullRequestId),
            new(),
            BitbucketJson.Default.PageDiffStat,
            options,
            cancellationToken);
        await foreach (DiffStat file in files.ConfigureAwait(false))
        {
            yield return file with { Repository = repository, PullRequestId = pullRequestId };
        }
    }

    private static QueryString QueryOf(DiffOptions? options)
    {
        QueryString query = new QueryString()
            .Add("ignore_whitespace", options is { IgnoresWhitespace: true } ? "true" : null)
            .Add("renames", options is { FindsRenames: false } ? "false" : null)
            .Add("topic", options is { IsTwoDot: true } ? "false" : null);
        foreach (string path in options?.Paths ?? [])
        {
            query.Add("path", SourcePath.Clean(path));
        }

        return query;
    }

    private static string[] PathOf(RepositoryId repository, long pullRequestId)
    {
        ArgumentNullException.ThrowIfNull(repository);
        return [repository.Workspace, repository.Slug, pullRequestId.ToString(CultureInfo.InvariantCulture)];
    }

    private async Task<string[]> PathAsync(RepositoryId repository, DiffRange range, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(repository);
        ArgumentNullException.ThrowIfNull(range);
        string to = await _commits.FitForPathAsync(repository, range.To, cancellationToken).ConfigureAwait(false);
        string? from = range.From is null ? null : await _commits.FitForPathAsync(repository, range.From, cancellationToken).ConfigureAwait(false);
        return [repository.Workspace, repository.Slug, from is null ? to : $"{to}..{from}"];
    }

    private Task<long> CopyAsync(OperationCall call, Stream destination, CancellationToken cancellationToken)
        => _runner.CopyAsync(call with { Accept = MediaTypes.Any }, destination, cancellationToken);
}
