using BitbucketPS.Http;
using BitbucketPS.Operations;

namespace BitbucketPS.Paging;

/// <summary>Knows, from the pages that have come, which ones to ask for next.</summary>
internal abstract class PagePlan
{
    /// <summary>How many items a page holds; null until it is known.</summary>
    public long? PageLength { get; protected set; }

    /// <summary>True once the last page has come; what was asked for beyond it does not count.</summary>
    public abstract bool HasEnded { get; }

    /// <summary>True if the page that came last is one that had come before: the server does not know pages.</summary>
    public bool IsRepeated { get; protected set; }

    /// <summary>Why the list is not followed any further, although it goes on; null where it is.</summary>
    public BitbucketException? Refusal { get; protected set; }

    /// <summary>True where any page can be asked for at any time.</summary>
    public virtual bool CanJump => false;

    /// <summary>The plan of a list.</summary>
    /// <param name="first">The request for its first page.</param>
    /// <param name="baseUri">The server that all pages have to be on.</param>
    public static PagePlan Of(BitbucketRequest first, Uri baseUri)
        => first.Operation?.Paging == OperationPaging.ByNumber && PageNumberLink.Find(first.Address) is { } link
            ? new CountedPlan(link)
            : new LinkPlan(first.Address, baseUri);

    /// <summary>Takes note of a page. Pages come in their order.</summary>
    /// <param name="page">The page.</param>
    /// <param name="address">Where it came from.</param>
    /// <returns>The plan to go on with.</returns>
    /// <exception cref="BitbucketException">The page is another than was asked for.</exception>
    public abstract PagePlan Learn(IPage page, Uri address);

    /// <summary>The address of the next page that nobody has asked for yet; null if there is none, or none is known so far.</summary>
    public abstract Uri? TakeNext();

    /// <summary>Leaves pages out, where any page can be asked for.</summary>
    /// <param name="pages">How many.</param>
    public virtual void Jump(long pages) => throw new InvalidOperationException("The pages of this list come one after the other.");
}
