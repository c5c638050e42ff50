namespace BitbucketPS.Paging;

/// <summary>
/// Asks for one number after the other, and does not look at <c>next</c>: the lists of Pipelines leave it out while there are more pages,
/// have a broken one, or have one on their last page (BCLOUD-13806, -20265, -20910, -22441). The list ends with the items
/// that its size tells, or at a page without items.
/// </summary>
/// <param name="first">The address of the first page.</param>
internal sealed class CountedPlan(PageNumberLink first) : PagePlan
{
    private long _next = first.Number + 1;
    private long? _last;
    private long _learnt;
    private long? _read;

    public override bool HasEnded => _learnt >= _last;

    public override bool CanJump => PageLength > 0 && _last is not null;

    public override PagePlan Learn(IPage page, Uri address)
    {
        _learnt = PageNumberLink.Find(address)!.Number;
        PageLength ??= page.Length ?? page.Count;
        _read = (_read ?? ((_learnt - 1) * PageLength.Value)) + page.Count;

        IsRepeated = page.Number is { } number && number != _learnt;
        _last = page.Count == 0 || IsRepeated || IsWhole(page) ? _learnt : LastPage(page.Size);
        return this;
    }

    public override Uri? TakeNext() => _next <= (_last ?? _next) ? first.To(_next++) : null;

    public override void Jump(long pages)
    {
        _next += pages;
        _read += pages * PageLength;
    }

    // What says nothing of pages at all has none.
    private static bool IsWhole(IPage page) => page is { Number: null, Size: null, Length: null } && string.IsNullOrEmpty(page.Next);

    // Pages may be shorter than they say, so that what has come decides, and not how many pages there should be.
    private long? LastPage(long? size) => size switch
    {
        null => null,
        _ when _read >= size => _learnt,
        _ => Math.Max(_learnt + 1, (size.Value + PageLength!.Value - 1) / PageLength.Value),
    };
}
