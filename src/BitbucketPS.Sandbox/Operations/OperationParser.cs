using System.Globalization;

namespace BitbucketPS.Sandbox;

/// <summary>Reads <c>operations.txt</c>; its first lines say how it is written.</summary>
internal static class OperationParser
{
    // What a reader without an account may ask of public things; the resource decides about the rest.
    private static readonly string[] s_openScopes = ["repository", "pullrequest", "pipeline", "snippet", "-"];

    /// <summary>All operations, without their handlers.</summary>
    public static IEnumerable<ApiOperation> Parse(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("gone ", StringComparison.Ordinal))
            {
                string[] words = line.Split(' ');
                yield return new(words[1], "/2.0" + words[2], RequiredScopes.None) { IsDescribed = true, IsGone = true };
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                yield return ParseLine(line.Split(" ; "));
            }
        }
    }

    private static ApiOperation ParseLine(string[] columns)
    {
        string[] name = columns[0].Split(' ');
        RequiredScopes scopes = new(Words(columns[1]), Words(columns[2]));
        QueryRule[] query = [.. Words(columns[3]).Select(ParseQuery)];
        return new(name[0], "/2.0" + name[1], scopes)
        {
            IsDescribed = true,
            Query = query,
            Body = BodyRule.Parse(columns[4]),
            Pages = ParsePages(Array.Find(Words(columns[3]), word => word.StartsWith("pagelen=", StringComparison.Ordinal))),
            Answers = [.. columns[5].Split(", ").Where(answer => answer is not "-").Select(ParseAnswer)],
            NeedsAccount = name[0] is not "GET" || name[1].StartsWith("/user/", StringComparison.Ordinal)
                || !s_openScopes.Contains(columns[1], StringComparer.Ordinal)
                || (columns[1] is "-" && name[1].StartsWith("/workspaces/{workspace}", StringComparison.Ordinal)
                    && !name[1].Contains("/oidc/", StringComparison.Ordinal)),
        };
    }

    private static string[] Words(string column)
        => column is "-" ? [] : column.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static QueryRule ParseQuery(string word)
    {
        string[] parts = word.Split('=', 2);
        ShapeType type = parts.Length < 2 || parts[0] is "pagelen" ? new(ShapeKind.Text) { Name = "text" } : ShapeTypeParser.Parse(parts[1]);
        return new(parts[0].TrimEnd('!', '*'), type)
        {
            IsRequired = parts[0].EndsWith('!'),
            IsRepeatable = parts[0].EndsWith('*'),
        };
    }

    private static PageLimits ParsePages(string? word)
    {
        if (word is null)
        {
            return PageLimits.Usual;
        }

        string[] bounds = word["pagelen=".Length..].Split("..");
        return new(int.Parse(bounds[0], CultureInfo.InvariantCulture), int.Parse(bounds[1], CultureInfo.InvariantCulture));
    }

    private static OperationAnswer ParseAnswer(string text)
    {
        string[] parts = text.Split(' ', 2);
        return new(int.Parse(parts[0], CultureInfo.InvariantCulture), parts.Length > 1 ? ShapeTypeParser.Parse(parts[1]) : null);
    }
}
