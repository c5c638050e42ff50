using System.Runtime.CompilerServices;

namespace BitbucketPS.Paging;

/// <summary>The only paging loop: pages become one stream of items, in their order.</summary>
internal static class PagedList
{
    /// <summary>Reads a list.</summary>
    /// <remarks>
    /// Nothing is asked for before the consumer wants it: whoever stops within the first page has caused one request. From the second page on
    /// the next ones are asked for ahead, and with each page that is used up twice as many, so that what is fetched in vain
    /// stays in proportion to what was used.
    /// </remarks>
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        PageSource<T> source,
        ListOptions? options,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ListWindow window = new(options);
        PageQueue<T> pages = new(source, cancellationToken);
        await using (pages.ConfigureAwait(false))
        {
            while (await pages.NextAsync(window).ConfigureAwait(false) is { } values)
            {
                foreach (T? item in values)
                {
                    if (item is not null && window.Takes())
                    {
                        yield return item;
                    }
                }

                if (window.IsFull)
                {
                    yield break;
                }
            }
        }
    }
}
