using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>A file in which something was found, as the API answers it.</summary>
internal static class CodeMatchJson
{
    public static JsonObject Full(
        string path, IReadOnlyList<GitMatch> lines, CodeQuery query, string hash, HostedRepository repository, ApiLinks links) => new()
        {
            ["type"] = "code_search_result",
            ["content_match_count"] = lines.Count,
            ["content_matches"] = new JsonArray(new JsonObject
            {
                ["lines"] = new JsonArray([.. lines.Select(line => new JsonObject { ["line"] = line.Line, ["segments"] = Segments(line.Text, query.Words) })]),
            }),
            ["path_matches"] = Segments(path, query.Words),
            ["file"] = new JsonObject
            {
                ["type"] = "commit_file",
                ["path"] = path,
                ["links"] = new JsonObject { ["self"] = links.Api($"repositories/{repository.FullName}/src/{hash}/{PercentCoding.EncodePath(path)}") },
            },
        };

    // The text in pieces: those that were looked for, and those between.
    private static JsonArray Segments(string text, IReadOnlyList<string> words)
    {
        JsonArray segments = [];
        int place = 0;
        while (place < text.Length)
        {
            (int start, int length) = Next(text, place, words);
            if (start > place)
            {
                segments.Add(new JsonObject { ["text"] = text[place..start] });
            }

            if (length > 0)
            {
                segments.Add(new JsonObject { ["text"] = text.Substring(start, length), ["match"] = true });
            }

            place = start + length;
        }

        return segments;
    }

    private static (int Start, int Length) Next(string text, int from, IReadOnlyList<string> words)
        => words.Select(word => (Start: text.IndexOf(word, from, StringComparison.OrdinalIgnoreCase), word.Length))
            .Where(found => found.Start >= 0)
            .OrderBy(found => found.Start)
            .FirstOrDefault((text.Length, 0));
}
