using System.Text.RegularExpressions;

namespace BitbucketPS.Sandbox;

/// <summary>What a search for code asks: words and phrases that must all be in a file, and where.</summary>
internal sealed partial record CodeQuery
{
    private static readonly Dictionary<string, string[]> s_extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["c#"] = ["cs"],
        ["csharp"] = ["cs"],
        ["typescript"] = ["ts", "tsx"],
        ["javascript"] = ["js", "jsx"],
        ["kotlin"] = ["kt", "kts"],
        ["python"] = ["py"],
        ["markdown"] = ["md"],
        ["java"] = ["java"],
        ["powershell"] = ["ps1", "psm1", "psd1"],
        ["yaml"] = ["yml", "yaml"],
    };

    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Only this repository, by its slug.</summary>
    public string? Repository { get; init; }

    /// <summary>Only files with this in their path.</summary>
    public string? Path { get; init; }

    /// <summary>Only files with one of these extensions; none for all.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];

    /// <summary>Reads a query.</summary>
    /// <exception cref="ApiException">400 if there is nothing to look for.</exception>
    public static CodeQuery Parse(string text)
    {
        CodeQuery query = new();
        foreach (Match match in TermPattern().Matches(text))
        {
            string value = match.Groups["phrase"].Success ? match.Groups["phrase"].Value : match.Groups["word"].Value;
            query = match.Groups["name"].Value.ToLowerInvariant() switch
            {
                "repo" => query with { Repository = value },
                "path" => query with { Path = value },
                "ext" => query with { Extensions = [value.TrimStart('.')] },
                "lang" => query with { Extensions = s_extensions.GetValueOrDefault(value, [value]) },
                _ => query with { Words = [.. query.Words, value] },
            };
        }

        return query.Words.Count > 0 ? query : throw ApiErrors.BadField("search_query", "There is nothing to look for.");
    }

    /// <summary>Whether a file is one to look into.</summary>
    public bool Includes(string path)
        => (Path is null || path.Contains(Path, StringComparison.OrdinalIgnoreCase))
            && (Extensions.Count == 0 || Extensions.Any(extension => path.EndsWith("." + extension, StringComparison.OrdinalIgnoreCase)));

    [GeneratedRegex("(?:(?<name>repo|path|ext|lang):)?(?:\"(?<phrase>[^\"]+)\"|(?<word>[^\\s\"]+))", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TermPattern();
}
