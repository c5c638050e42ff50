namespace BitbucketPS.Paging;

/// <summary>
/// A list whose first page tells its size and its number, and whose <c>next</c> has the number after that: any page can be asked for by
/// putting its number there. Everything else of the link stays as the server wrote it; what it left out of the first page's query,
/// as some endpoints do, is there again, since a number means nothing without the filter and the length of the page.
/// </summary>
internal sealed class NumberedPlan : PagePlan
{
    private readonly PageNumberLink _link;
    private long _next;
    private long _learnt;
    private long _last;

    private NumberedPlan(PageNumberLink link, long length, long size)
    {
        _link = link;
        _next = link.Number;
        _learnt = link.Number - 1;
        PageLength = length;

        // There is a link to the next page, whatever the size says.
        _last = Math.Max(link.Number, PagesOf(size));
    }

    public override bool CanJump => true;

    public override bool HasEnded => _learnt >= _last;

    /// <summary>The plan of a list, if its pages have numbers.</summary>
    /// <param name="page">A page.</param>
    /// <param name="next">The link to the one after it.</param>
    public static NumberedPlan? TryCreate(IPage page, Uri next)
        => page is { Size: { } size, Number: { } number, Length: > 0 and <= int.MaxValue and { } length }
            && PageNumberLink.Find(next) is { } link
            && link.Number == number + 1
            ? new(link, length, size)
            : null;

    public override PagePlan Learn(IPage page, Uri address)
    {
        _learnt = PageNumberLink.Find(address)!.Number;
        if (page.Number is { } number && number != _learnt)
        {
            throw new BitbucketException(
                BitbucketErrorKind.UnexpectedResponse,
                FormattableString.Invariant($"The list at {address.AbsolutePath} answered its page {number} where page {_learnt} was asked for."));
        }

        // It may have grown or shrunk since the first page.
        bool goesOn = page.Count > 0 && !string.IsNullOrEmpty(page.Next);
        _last = goesOn ? Math.Max(_learnt + 1, PagesOf(page.Size ?? 0)) : _learnt;
        return this;
    }

    public override Uri? TakeNext() => _next <= _last ? _link.To(_next++) : null;

    public override void Jump(long pages) => _next += pages;

    private long PagesOf(long size) => (size + PageLength!.Value - 1) / PageLength.Value;
}
