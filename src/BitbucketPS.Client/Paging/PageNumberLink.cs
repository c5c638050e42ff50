using System.Globalization;
using System.Text.RegularExpressions;

namespace BitbucketPS.Paging;

/// <summary>An address with the number of a page in its query, where other numbers can be put.</summary>
internal sealed partial class PageNumberLink
{
    private readonly string _before;
    private readonly string _after;

    private PageNumberLink(string before, long number, string after)
    {
        _before = before;
        _after = after;
        Number = number;
    }

    /// <summary>The number that it came with.</summary>
    public long Number { get; }

    /// <summary>Finds the number in an address; null where there is none, or a token stands there.</summary>
    public static PageNumberLink? Find(Uri address)
    {
        string text = address.AbsoluteUri;
        return PageNumber().Match(text).Groups["number"] is { Success: true } digits
            && long.TryParse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? new(text[..digits.Index], number, text[(digits.Index + digits.Length)..])
            : null;
    }

    /// <summary>The address of a page.</summary>
    public Uri To(long number) => new(string.Create(CultureInfo.InvariantCulture, $"{_before}{number}{_after}"));

    [GeneratedRegex(@"^[^?#]*\?([^#]*&)?page=(?<number>[0-9]{1,9})(?=[&#]|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PageNumber();
}
