using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>What happened to files, as the API answers it.</summary>
internal static class DiffStatJson
{
    public static JsonObject Full(GitDiffStat file, DiffSpec spec, HostedRepository repository, ApiLinks links) => new()
    {
        ["type"] = "diffstat",
        ["status"] = file.Kind switch { 'A' => "added", 'D' => "removed", 'R' => "renamed", _ => "modified" },
        ["lines_added"] = file.LinesAdded,
        ["lines_removed"] = file.LinesRemoved,
        ["old"] = file.OldPath is null ? null : File(file.OldPath, spec.From, repository, links),
        ["new"] = file.NewPath is null ? null : File(file.NewPath, spec.To, repository, links),
    };

    private static JsonObject File(string path, string hash, HostedRepository repository, ApiLinks links)
    {
        string escaped = PercentCoding.EncodePath(path);
        return new()
        {
            ["type"] = "commit_file",
            ["path"] = path,
            ["escaped_path"] = escaped,
            ["links"] = new JsonObject { ["self"] = links.Api($"repositories/{repository.FullName}/src/{hash}/{escaped}") },
        };
    }
}
