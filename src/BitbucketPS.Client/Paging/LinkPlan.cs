using BitbucketPS.Http;

namespace BitbucketPS.Paging;

/// <summary>
/// Follows <c>next</c> as the opaque link that it is, until the first page shows that the list has numbered pages. The list ends where
/// there is no link, where the link was followed before, and at an empty page: some endpoints offer a next page for ever.
/// </summary>
internal sealed class LinkPlan(Uri first, Uri baseUri) : PagePlan
{
    private readonly HashSet<Uri> _seen = [first];
    private Uri? _next;
    private bool _isFirst = true;

    public override bool HasEnded => false;

    public override PagePlan Learn(IPage page, Uri address)
    {
        PageLength = page.Length;
        Uri? next = page.Count == 0 ? null : NextAddress(page.Next, address);
        if (_isFirst && next is not null && NumberedPlan.TryCreate(page, Completed(next, address)) is { } numbered)
        {
            return numbered;
        }

        _isFirst = false;
        _next = next is not null && _seen.Add(next) ? next : null;
        return this;
    }

    public override Uri? TakeNext()
    {
        Uri? next = _next;
        _next = null;
        return next;
    }

    // "fields" may have been given up, and is not needed.
    private static Uri Completed(Uri next, Uri current) => QueryString.WithMissing(next, QueryString.Without(current, QueryString.Fields));

    // Links have been seen that begin their query as if it went on: the first "&" is then what "?" should be.
    private static string Mended(string next)
        => !next.Contains('?', StringComparison.Ordinal) && next.IndexOf('&', StringComparison.Ordinal) is > 0 and int start
            ? $"{next[..start]}?{next[(start + 1)..]}"
            : next;

    // The credential goes along, so the link must not lead elsewhere, whatever the answer says.
    private Uri? NextAddress(string? next, Uri current)
    {
        if (string.IsNullOrEmpty(next))
        {
            return null;
        }

        if (Uri.TryCreate(current, Mended(next), out Uri? address) && ServerAddress.SameOrigin(address, baseUri))
        {
            return address;
        }

        Refusal = new(
            BitbucketErrorKind.UnexpectedResponse,
            $"The list at {current.AbsolutePath} goes on at another server ({address?.Authority ?? "no address"}); it was not followed.");
        return null;
    }
}
