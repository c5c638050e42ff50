using System.Globalization;

namespace BitbucketPS.Sandbox;

/// <summary>Which page of a list is asked for.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Length">How many items at most.</param>
internal sealed record PageRequest(int Page, int Length)
{
    /// <summary>How many items come before the page; clamped, since page × length may exceed an int.</summary>
    public int Skip => (int)Math.Min(int.MaxValue, (Page - 1L) * Length);

    /// <summary>Reads <c>page</c> and <c>pagelen</c>.</summary>
    /// <exception cref="ApiException">400 in Bitbucket's words.</exception>
    public static PageRequest Parse(QueryParameters query, SandboxOptions options, PageLimits limits)
    {
        int page = ReadPage(query["page"], options.PagingStyle) ?? throw Invalid("page");
        int length = Read(query["pagelen"], limits.Default, limits.Most) ?? throw Invalid("pagelen");
        return new(page, Math.Min(length, options.ShortPages ?? limits.Most));
    }

    private static int? ReadPage(string? text, SandboxPagingStyle style)
        => style is SandboxPagingStyle.OpaqueNext && text is not null ? PageToken.Read(text) : Read(text, 1, int.MaxValue);

    private static int? Read(string? text, int fallback, int greatest)
    {
        if (text is null)
        {
            return fallback;
        }

        bool isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        return isNumber && number >= 1 && number <= greatest ? number : null;
    }

    private static ApiException Invalid(string name) => new(400, $"Invalid {name}");
}
