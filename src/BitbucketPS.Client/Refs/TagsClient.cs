using System.Runtime.CompilerServices;
using BitbucketPS.Http;
using BitbucketPS.Json;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>Tags.</summary>
public sealed class TagsClient
{
    private readonly OperationRunner _runner;
    private readonly CommitResolver _commits;

    internal TagsClient(OperationRunner runner)
    {
        _runner = runner;
        _commits = new(runner);
    }

    /// <summary>Lists the tags of a repository.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="query">Which ones, and in which order; null for all, in the server's order.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    /// <returns>The tags as their pages come.</returns>
    /// <exception cref="BitbucketException">The list cannot be read.</exception>
    public async IAsyncEnumerable<Tag> ListAsync(
        RepositoryId repository,
        RefQuery? query = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        IAsyncEnumerable<Tag> tags = _runner.ListAsync(
            RefOperations.ListTags,
            [repository.Workspace, repository.Slug],
            new QueryString().Add("q", query?.Filter).Add("sort", query?.Sort),
            BitbucketJson.Default.PageTag,
            query,
            cancellationToken);
        await foreach (Tag tag in tags.ConfigureAwait(false))
        {
            yield return tag with { Repository = repository };
        }
    }

    /// <summary>Gets one tag.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="name">The tag's name.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The tag.</returns>
    /// <exception cref="BitbucketException">There is no such tag, or it cannot be read.</exception>
    public async Task<Tag> GetAsync(RepositoryId repository, string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        Tag tag = await _runner.GetAsync(
            RefOperations.GetTag,
            [repository.Workspace, repository.Slug, name],
            BitbucketJson.Default.Tag,
            cancellationToken).ConfigureAwait(false);
        return tag with { Repository = repository };
    }

    /// <summary>Makes a tag.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="name">The new tag's name.</param>
    /// <param name="target">What it points to: a commit's hash, or the name of a branch or a tag, for which the hash is asked for.</param>
    /// <param name="message">What there is to say about it; null for the server's own words.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    /// <returns>The new tag.</returns>
    /// <exception cref="BitbucketException">There is one of that name, the target is unknown, or the server refuses.</exception>
    public async Task<Tag> CreateAsync(
        RepositoryId repository,
        string name,
        string target,
        string? message = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        ArgumentNullException.ThrowIfNull(target);
        string hash = await _commits.HashAsync(repository, target, cancellationToken).ConfigureAwait(false);
        Tag tag = await _runner.SendAsync(
            RefOperations.CreateTag,
            [repository.Workspace, repository.Slug],
            new CreateRefBody(name, new(hash)) { Message = message },
            BitbucketJson.Default.CreateRefBody,
            BitbucketJson.Default.Tag,
            cancellationToken).ConfigureAwait(false);
        return tag with { Repository = repository };
    }

    /// <summary>Deletes a tag. Its commit stays.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="name">The tag's name.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="BitbucketException">There is no such tag, or the server refuses.</exception>
    public Task DeleteAsync(RepositoryId repository, string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        return _runner.DeleteAsync(RefOperations.DeleteTag, [repository.Workspace, repository.Slug, name], cancellationToken);
    }
}
