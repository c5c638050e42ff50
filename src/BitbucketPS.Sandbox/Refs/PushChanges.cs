using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>What somebody did to branches and tags, by a push or through the API, as webhooks are told.</summary>
internal static class PushChanges
{
    // As many as the service tells of one branch.
    private const int MostCommits = 5;

    /// <summary>What differs between two states of a repository; nothing if they are the same.</summary>
    public static async Task<JsonArray> CompareAsync(
        HostedRepository repository, RefList before, RefList after, ApiLinks links, CancellationToken cancellationToken)
    {
        JsonArray changes = [];
        foreach (string name in Names(before.Branches, after.Branches, branch => branch.Name))
        {
            GitBranch? old = before.FindBranch(name);
            GitBranch? now = after.FindBranch(name);
            if (!string.Equals(old?.Target.Hash, now?.Target.Hash, StringComparison.Ordinal))
            {
                changes.Add(await ChangeAsync(
                    repository,
                    old is null ? null : (BranchJson.Full(old, repository, links), old.Target.Hash),
                    now is null ? null : (BranchJson.Full(now, repository, links), now.Target.Hash),
                    hasCommits: true,
                    links,
                    cancellationToken));
            }
        }

        foreach (string name in Names(before.Tags, after.Tags, tag => tag.Name))
        {
            GitTag? old = before.FindTag(name);
            GitTag? now = after.FindTag(name);
            if (!string.Equals(old?.Target.Hash, now?.Target.Hash, StringComparison.Ordinal))
            {
                changes.Add(await ChangeAsync(
                    repository,
                    old is null ? null : (TagJson.Full(old, repository, links), old.Target.Hash),
                    now is null ? null : (TagJson.Full(now, repository, links), now.Target.Hash),
                    hasCommits: false,
                    links,
                    cancellationToken));
            }
        }

        return changes;
    }

    private static IEnumerable<string> Names<T>(IEnumerable<T> before, IEnumerable<T> after, Func<T, string> name)
        => before.Select(name).Concat(after.Select(name)).Distinct(StringComparer.Ordinal);

    private static async Task<JsonObject> ChangeAsync(
        HostedRepository repository,
        (JsonObject Json, string Hash)? old,
        (JsonObject Json, string Hash)? now,
        bool hasCommits,
        ApiLinks links,
        CancellationToken cancellationToken)
    {
        bool isForced = old is { } from && now is { } to && !await repository.Git.IsAncestorAsync(from.Hash, to.Hash, cancellationToken);
        JsonObject change = new()
        {
            ["old"] = Summarise(old?.Json),
            ["new"] = Summarise(now?.Json),
            ["created"] = old is null,
            ["closed"] = now is null,
            ["forced"] = isForced,
            ["truncated"] = false,
        };
        if (now is { } head)
        {
            change["links"] = Links(repository, old?.Hash, head.Hash, links);
            if (hasCommits)
            {
                GitLogQuery query = new([head.Hash]) { Exclude = old is { } tail ? [tail.Hash] : [], Limit = MostCommits + 1 };
                IReadOnlyList<GitCommit> commits = await repository.Git.LogAsync(query, cancellationToken);
                change["commits"] = new JsonArray([.. commits.Take(MostCommits).Select(commit => CommitJson.Long(commit, repository, links))]);
                change["truncated"] = commits.Count > MostCommits;
            }
        }

        return change;
    }

    // Webhooks hear it also where the API does not answer it.
    private static JsonObject? Summarise(JsonObject? name)
    {
        if (name?["target"] is JsonObject target && target.Text("message") is { } message)
        {
            target["summary"] = RenderedText.ToJson(message);
        }

        return name;
    }

    private static JsonObject Links(HostedRepository repository, string? old, string now, ApiLinks links)
        => old is null
            ? new() { ["commits"] = links.Api($"repositories/{repository.FullName}/commits?include={now}") }
            : new()
            {
                ["commits"] = links.Api($"repositories/{repository.FullName}/commits?include={now}&exclude={old}"),
                ["html"] = links.Site($"{repository.FullName}/branches/compare/{now}..{old}"),
                ["diff"] = links.Api($"repositories/{repository.FullName}/diff/{now}..{old}"),
            };
}
