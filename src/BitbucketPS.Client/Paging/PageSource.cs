using System.Text.Json.Serialization.Metadata;
using BitbucketPS.Http;

namespace BitbucketPS.Paging;

/// <summary>Gets the pages of one list.</summary>
/// <param name="connection">The way to the server.</param>
/// <param name="first">The request for the first page; the others differ in their address alone.</param>
/// <param name="type">How a page is read.</param>
/// <param name="observer">Who watches.</param>
internal sealed class PageSource<T>(
    BitbucketConnection connection, BitbucketRequest first, JsonTypeInfo<Page<T>> type, IRequestObserver? observer)
{
    // With more pages on their way or waiting than may be under way at once, there is always one to send.
    private const int WindowPerPlace = 2;

    /// <summary>The address of the first page.</summary>
    public Uri FirstAddress => first.Address;

    /// <summary>How many pages may be ahead of the one that is being read: on their way, or waiting to be read.</summary>
    public int WidestWindow => connection.ThrottleLimit * WindowPerPlace;

    /// <summary>The plan of the list.</summary>
    public PagePlan Plan() => PagePlan.Of(first, connection.BaseUri);

    /// <summary>Asks for a page.</summary>
    public PageFetch<T> Fetch(Uri address, CancellationToken cancellationToken)
        => new(address, connection.ReadJsonAsync(first with { Address = address }, type, observer, cancellationToken));
}
