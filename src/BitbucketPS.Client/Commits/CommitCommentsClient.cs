using System.Globalization;
using System.Runtime.CompilerServices;
using BitbucketPS.Http;
using BitbucketPS.Json;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>Comments on commits. A commit may be named by its hash, or by a branch or a tag, which costs one request more.</summary>
public sealed class CommitCommentsClient
{
    private readonly OperationRunner _runner;
    private readonly CommitResolver _resolver;

    internal CommitCommentsClient(OperationRunner runner)
    {
        _runner = runner;
        _resolver = new(runner);
    }

    /// <summary>Lists the comments on a commit, those that were deleted included: their answers still refer to them.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="commit">The commit.</param>
    /// <param name="query">Which ones, and in which order; null for all, in the server's order.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    /// <returns>The comments as their pages come.</returns>
    /// <exception cref="BitbucketException">The list cannot be read.</exception>
    public async IAsyncEnumerable<CommitComment> ListAsync(
        RepositoryId repository,
        string commit,
        CommitCommentQuery? query = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        string hash = await _resolver.HashAsync(repository, commit, cancellationToken).ConfigureAwait(false);
        IAsyncEnumerable<CommitComment> comments = _runner.ListAsync(
            CommitOperations.ListCommitComments,
            [repository.Workspace, repository.Slug, hash],
            new QueryString().Add("q", query?.Filter).Add("sort", query?.Sort),
            BitbucketJson.Default.PageCommitComment,
            query,
            cancellationToken);
        await foreach (CommitComment comment in comments.ConfigureAwait(false))
        {
            yield return Complete(comment, repository, hash);
        }
    }

    /// <summary>Gets one comment.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="commit">The commit.</param>
    /// <param name="id">The comment's number.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The comment.</returns>
    /// <exception cref="BitbucketException">There is none, or it cannot be read.</exception>
    public async Task<CommitComment> GetAsync(RepositoryId repository, string commit, long id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        string hash = await _resolver.HashAsync(repository, commit, cancellationToken).ConfigureAwait(false);
        CommitComment found = await _runner.GetAsync(
            CommitOperations.GetCommitComment, Path(repository, hash, id), BitbucketJson.Default.CommitComment, cancellationToken)
            .ConfigureAwait(false);
        return Complete(found, repository, hash);
    }

    /// <summary>Comments on a commit.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="commit">The commit.</param>
    /// <param name="content">What to say, in Markdown.</param>
    /// <param name="place">The place in a file that it is about; null for the whole commit.</param>
    /// <param name="parentId">The number of the comment that it answers; null to begin a thread.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The comment. The service may have made it without the thread it was meant for: see its ParentId.</returns>
    /// <exception cref="BitbucketException">There is no such commit, or the server refuses.</exception>
    public async Task<CommitComment> CreateAsync(
        RepositoryId repository,
        string commit,
        string content,
        InlineAnchor? place = null,
        long? parentId = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        string hash = await _resolver.HashAsync(repository, commit, cancellationToken).ConfigureAwait(false);
        CommitComment made = await _runner.SendAsync(
            CommitOperations.CreateCommitComment,
            [repository.Workspace, repository.Slug, hash],
            new CommitCommentBody(new(content)) { Inline = place?.Clean(), Parent = parentId is { } parent ? new() { Id = parent } : null },
            BitbucketJson.Default.CommitCommentBody,
            BitbucketJson.Default.CommitComment,
            cancellationToken).ConfigureAwait(false);
        return Complete(made, repository, hash);
    }

    /// <summary>Changes what a comment says.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="commit">The commit.</param>
    /// <param name="id">The comment's number.</param>
    /// <param name="content">What it is to say, in Markdown.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The comment as it is then.</returns>
    /// <exception cref="BitbucketException">There is none, it is somebody else's, or the server refuses.</exception>
    public async Task<CommitComment> UpdateAsync(
        RepositoryId repository, string commit, long id, string content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        string hash = await _resolver.HashAsync(repository, commit, cancellationToken).ConfigureAwait(false);
        CommitComment changed = await _runner.SendAsync(
            CommitOperations.UpdateCommitComment,
            Path(repository, hash, id),
            new CommitCommentBody(new(content)),
            BitbucketJson.Default.CommitCommentBody,
            BitbucketJson.Default.CommitComment,
            cancellationToken).ConfigureAwait(false);
        return Complete(changed, repository, hash);
    }

    /// <summary>Deletes a comment.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="commit">The commit.</param>
    /// <param name="id">The comment's number.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="BitbucketException">There is none, or the server refuses.</exception>
    public async Task DeleteAsync(RepositoryId repository, string commit, long id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        string hash = await _resolver.HashAsync(repository, commit, cancellationToken).ConfigureAwait(false);
        await _runner.DeleteAsync(CommitOperations.DeleteCommitComment, Path(repository, hash, id), cancellationToken).ConfigureAwait(false);
    }

    private static string[] Path(RepositoryId repository, string hash, long id)
        => [repository.Workspace, repository.Slug, hash, id.ToString(CultureInfo.InvariantCulture)];

    private static CommitComment Complete(CommitComment comment, RepositoryId repository, string hash)
        => comment with { Repository = repository, Commit = comment.Commit.Length > 0 ? comment.Commit : hash };
}
