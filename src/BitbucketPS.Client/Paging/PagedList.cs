using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using BitbucketPS.Http;

namespace BitbucketPS.Paging;

/// <summary>The only paging loop: pages become one stream of items.</summary>
internal static class PagedList
{
    /// <summary>Reads page after page, each only once the consumer asks for more.</summary>
    /// <remarks>
    /// <c>next</c> is followed as an opaque link. It ends the list when it is absent or repeated, or when a page is empty:
    /// some endpoints offer one on their last page for ever.
    /// </remarks>
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        BitbucketConnection connection,
        BitbucketRequest first,
        JsonTypeInfo<Page<T>> type,
        IRequestObserver? observer,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        HashSet<Uri> seen = [first.Address];
        for (BitbucketRequest? request = first; request is not null;)
        {
            Page<T> page = await connection.ReadJsonAsync(request, type, observer, cancellationToken).ConfigureAwait(false);
            IReadOnlyList<T?> values = page.Values ?? throw NoPage(request);
            foreach (T? item in values)
            {
                if (item is not null)
                {
                    yield return item;
                }
            }

            Uri? next = values.Count == 0 ? null : NextAddress(page.Next, request.Address, connection.BaseUri);
            request = next is not null && seen.Add(next) ? first with { Address = next } : null;
        }
    }

    private static BitbucketException NoPage(BitbucketRequest request)
        => new(
            BitbucketErrorKind.UnexpectedResponse,
            $"{request.Method} {request.Address.AbsolutePath} answered JSON that is no page of a list: it has no values.");

    // The credential goes along, so the link must not lead elsewhere, whatever the answer says.
    private static Uri? NextAddress(string? next, Uri current, Uri baseUri)
    {
        if (string.IsNullOrEmpty(next))
        {
            return null;
        }

        if (!Uri.TryCreate(current, next, out Uri? address) || !ServerAddress.SameOrigin(address, baseUri))
        {
            throw new BitbucketException(
                BitbucketErrorKind.UnexpectedResponse,
                $"The list at {current.AbsolutePath} goes on at another server ({address?.Authority ?? "no address"}); it was not followed.");
        }

        return address;
    }
}
