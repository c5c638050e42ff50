namespace BitbucketPS;

/// <summary>Builds conditions in Bitbucket's query language (BBQL).</summary>
public static class QueryText
{
    /// <summary>A string of the language: quoted, with backslashes before quotes and backslashes.</summary>
    /// <param name="text">The text.</param>
    public static string Quote(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>A condition that holds where all of some do.</summary>
    /// <param name="conditions">The conditions; null and empty ones are left out.</param>
    /// <returns>The condition; null if there are none.</returns>
    public static string? All(params IEnumerable<string?> conditions)
    {
        string[] present = [.. conditions.Where(condition => !string.IsNullOrWhiteSpace(condition)).OfType<string>()];
        return present switch
        {
            [] => null,
            [string only] => only,
            _ => string.Join(" AND ", present.Select(condition => $"({condition})")),
        };
    }
}
