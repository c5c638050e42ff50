using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Commit statuses as the API answers them.</summary>
internal static class CommitStatusJson
{
    public static JsonObject Full(CommitStatus status, HostedRepository repository, ApiLinks links)
    {
        string path = $"repositories/{repository.FullName}/commit/{status.CommitHash}";
        return new()
        {
            ["type"] = "build",
            ["key"] = status.Key,
            ["state"] = status.State,
            ["name"] = status.Name ?? status.Key,
            ["description"] = status.Description ?? "",
            ["url"] = status.Url,
            ["refname"] = status.RefName,
            ["created_on"] = AccountJson.Time(status.CreatedOn),
            ["updated_on"] = AccountJson.Time(status.UpdatedOn),
            ["commit"] = CommitJson.Brief(status.CommitHash, repository, links),
            ["repository"] = RepositoryJson.Brief(repository, links),
            ["links"] = new JsonObject
            {
                ["self"] = links.Api($"{path}/statuses/build/{PercentCoding.Encode(status.Key)}"),
                ["commit"] = links.Api(path),
            },
        };
    }
}
