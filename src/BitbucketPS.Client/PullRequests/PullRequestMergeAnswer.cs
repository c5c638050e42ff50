using System.Net;
using System.Text.Json;
using BitbucketPS.Json;

namespace BitbucketPS;

/// <summary>What a merge is answered with: the merged pull request, or the task that goes on with it.</summary>
/// <param name="PullRequest">The merged pull request; null while a task goes on.</param>
/// <param name="TaskId">The task; null if it is merged.</param>
internal sealed record PullRequestMergeAnswer(PullRequest? PullRequest, string? TaskId)
{
    /// <summary>Reads an answer, and disposes it.</summary>
    public static async Task<PullRequestMergeAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using (response)
        {
            // Not only where it was asked for: a merge that takes long is answered so too.
            if (response.StatusCode == HttpStatusCode.Accepted)
            {
                return new(PullRequest: null, TaskOf(response.Headers.Location));
            }

            byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return new(JsonSerializer.Deserialize(body, BitbucketJson.Default.PullRequest) ?? throw Unreadable(), TaskId: null);
            }
            catch (JsonException e)
            {
                throw Unreadable(e);
            }
        }
    }

    /// <summary>Checks that it is about a pull request that is merged, unless a task goes on.</summary>
    /// <exception cref="BitbucketException">It is not; nobody knows what became of the merge.</exception>
    public void RequireMergeOf(long id)
    {
        if (PullRequest is { } answered && (answered.Id != id || !answered.IsMerged))
        {
            throw Unreadable();
        }
    }

    // Only the last segment is used: the address may lead elsewhere.
    private static string TaskOf(Uri? location)
        => location?.OriginalString.Split('?')[0].TrimEnd('/').Split('/')[^1] is { Length: > 0 } id
            ? Uri.UnescapeDataString(id)
            : throw new BitbucketException(BitbucketErrorKind.UnexpectedResponse, "The merge was begun, but the answer does not say as which task.")
            {
                IsOutcomeUnknown = true,
            };

    private static BitbucketException Unreadable(JsonException? e = null)
        => new(BitbucketErrorKind.UnexpectedResponse, "The answer to the merge cannot be read.", e) { IsOutcomeUnknown = true };
}
