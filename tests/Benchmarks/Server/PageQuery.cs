using System.Globalization;

namespace BitbucketPS.Benchmarks.Server;

/// <summary>The query of a list: which page of which length, and what else stays in the link to the next one.</summary>
internal sealed class PageQuery
{
    private const int DefaultLength = 10;
    private const int MostLength = 100;

    private readonly string _others;

    /// <summary>Reads it.</summary>
    /// <exception cref="FormatException">The page or its length is no number.</exception>
    public PageQuery(string query)
    {
        string[] parameters = query.Split('&', StringSplitOptions.RemoveEmptyEntries);
        Page = Number(parameters, "page=") ?? 1;
        Length = Number(parameters, "pagelen=") ?? DefaultLength;
        Fields = Value(parameters, "fields=") is { } text ? Uri.UnescapeDataString(text) : null;
        _others = string.Concat(parameters.Where(one => !one.StartsWith("page=", StringComparison.Ordinal)).Select(one => one + "&"));
    }

    /// <summary>From 1.</summary>
    public int Page { get; }

    /// <summary>Items of a page.</summary>
    public int Length { get; }

    /// <summary>The query <c>fields</c>; null if there is none.</summary>
    public string? Fields { get; }

    /// <summary>Whether the API would answer such a page of a list of so many items.</summary>
    public bool IsWithin(int size) => Length is >= 1 and <= MostLength && Page >= 1 && (Page == 1 || First < size);

    /// <summary>The index of the page's first item.</summary>
    public int First => (Page - 1) * Length;

    /// <summary>The query of the page after this one.</summary>
    public string Next => string.Create(CultureInfo.InvariantCulture, $"{_others}page={Page + 1}");

    private static int? Number(string[] parameters, string name)
        => Value(parameters, name) is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    private static string? Value(string[] parameters, string name)
        => Array.Find(parameters, one => one.StartsWith(name, StringComparison.Ordinal))?[name.Length..];
}
