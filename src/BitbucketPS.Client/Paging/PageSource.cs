using System.Text.Json.Serialization.Metadata;
using BitbucketPS.Http;

namespace BitbucketPS.Paging;

/// <summary>Gets the pages of one list.</summary>
/// <param name="connection">The way to the server.</param>
/// <param name="first">The request for the first page; the others differ in their address alone, and in their body where they have one.</param>
/// <param name="type">How a page is read.</param>
/// <param name="observer">Who watches.</param>
internal sealed class PageSource<T>(
    BitbucketConnection connection, BitbucketRequest first, JsonTypeInfo<Page<T>> type, IRequestObserver? observer)
{
    // With more pages on their way or waiting than may be under way at once, there is always one to send.
    private const int WindowPerPlace = 2;

    /// <summary>Makes the body of the request for a page, which goes along with each of them; null for none.</summary>
    public Func<HttpContent>? Content { get; init; }

    /// <summary>How many pages may be ahead of the one that is being read: on their way, or waiting to be read.</summary>
    public int WidestWindow => connection.ThrottleLimit * WindowPerPlace;

    /// <summary>The plan of the list.</summary>
    public PagePlan Plan() => PagePlan.Of(first, connection.BaseUri);

    /// <summary>Asks for the first page, without <c>fields</c> if the server refuses that.</summary>
    public PageFetch<T> FetchFirst(CancellationToken cancellationToken) => new(first.Address, FetchFirstAsync(cancellationToken));

    /// <summary>Asks for a page.</summary>
    public PageFetch<T> Fetch(Uri address, CancellationToken cancellationToken) => new(address, FetchAsync(address, cancellationToken));

    private async Task<Page<T>> FetchFirstAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await FetchAsync(first.Address, cancellationToken).ConfigureAwait(false);
        }
        catch (BitbucketApiException e) when (first.IsTrimmed && e.Kind == BitbucketErrorKind.BadRequest && NamesFields(e))
        {
            Page<T> page = await FetchAsync(QueryString.Without(first.Address, QueryString.Fields), cancellationToken).ConfigureAwait(false);
            connection.StopTrimming();
            return page;
        }
    }

    private static bool NamesFields(BitbucketApiException e)
        => e.Fields.ContainsKey(QueryString.Fields) || e.Message.Contains(QueryString.Fields, StringComparison.OrdinalIgnoreCase);

    private Task<Page<T>> FetchAsync(Uri address, CancellationToken cancellationToken)
        => connection.ReadJsonAsync(first with { Address = address, Content = Content?.Invoke() }, type, observer, cancellationToken);
}
