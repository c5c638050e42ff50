using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Branches as the API answers them.</summary>
internal static class BranchJson
{
    private static readonly string[] s_mergeStrategies =
        ["merge_commit", "squash", "fast_forward", "squash_fast_forward", "rebase_fast_forward", "rebase_merge"];

    private static readonly string[] s_syncStrategies = ["merge_commit", "rebase"];

    public static JsonObject Full(GitBranch branch, HostedRepository repository, ApiLinks links) => new()
    {
        ["name"] = branch.Name,
        ["target"] = CommitJson.Full(branch.Target, repository, links),
        ["links"] = Links(branch.Name, repository, links),
        ["type"] = "branch",
        ["merge_strategies"] = ToArray(s_mergeStrategies),
        ["sync_strategies"] = ToArray(s_syncStrategies),
        ["default_merge_strategy"] = s_mergeStrategies[0],
    };

    private static JsonObject Links(string name, HostedRepository repository, ApiLinks links)
    {
        string encoded = PercentCoding.EncodePath(name);
        string path = $"repositories/{repository.FullName}";
        return new()
        {
            ["self"] = links.Api($"{path}/refs/branches/{encoded}"),
            ["commits"] = links.Api($"{path}/commits/{encoded}"),
            ["html"] = links.Site($"{repository.FullName}/branch/{encoded}"),
            ["pullrequest_create"] = links.Site($"{repository.FullName}/pull-requests/new?source={encoded}&t=1"),
        };
    }

    private static JsonArray ToArray(IEnumerable<string> texts)
        => new([.. texts.Select(text => (JsonNode)JsonValue.Create(text))]);
}
