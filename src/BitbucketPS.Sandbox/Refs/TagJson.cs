using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Tags as the API answers them.</summary>
internal static class TagJson
{
    public static JsonObject Full(GitTag tag, HostedRepository repository, ApiLinks links)
    {
        string encoded = PercentCoding.EncodePath(tag.Name);
        string path = $"repositories/{repository.FullName}";
        return new()
        {
            ["type"] = "tag",
            ["name"] = tag.Name,
            ["message"] = tag.Message,
            ["date"] = tag.Date is { } date ? CommitJson.Time(date) : null,
            ["tagger"] = tag.TaggerName is { } name ? CommitJson.Author(name, tag.TaggerEmail ?? "", repository, links) : null,
            ["target"] = CommitJson.Full(tag.Target, repository, links),
            ["links"] = new JsonObject
            {
                ["self"] = links.Api($"{path}/refs/tags/{encoded}"),
                ["commits"] = links.Api($"{path}/commits/{encoded}"),
                ["html"] = links.Site($"{repository.FullName}/commits/tag/{encoded}"),
            },
        };
    }
}
