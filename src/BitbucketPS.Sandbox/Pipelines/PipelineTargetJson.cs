using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>What a pipeline runs on, as the API answers it.</summary>
internal static class PipelineTargetJson
{
    public static JsonObject Full(PipelineTarget target, HostedRepository repository, ApiLinks links)
    {
        JsonObject json = new() { ["type"] = target.Type };
        if (target.Type is PipelineTarget.OfRef)
        {
            json["ref_type"] = target.RefType;
            json["ref_name"] = target.RefName;
        }
        else if (target.Type is PipelineTarget.OfPullRequest)
        {
            AddPullRequest(json, target, repository, links);
        }

        json["selector"] = Selector(target.Selector);
        json["commit"] = Commit(target.CommitHash, repository, links);
        return json;
    }

    /// <summary>Which pipelines were meant; without a pattern where there is none.</summary>
    public static JsonObject Selector(PipelineSelector selector)
    {
        JsonObject json = new() { ["type"] = selector.Type };
        if (selector.Pattern is not null)
        {
            json["pattern"] = selector.Pattern;
        }

        return json;
    }

    /// <summary>A commit in the short form that Pipelines has for it.</summary>
    public static JsonObject Commit(string hash, HostedRepository repository, ApiLinks links) => new()
    {
        ["type"] = "commit",
        ["hash"] = hash,
        ["links"] = new JsonObject
        {
            ["self"] = links.Api($"repositories/{repository.FullName}/commit/{hash}"),
            ["html"] = links.Site($"{repository.FullName}/commits/{hash}"),
        },
    };

    private static void AddPullRequest(JsonObject json, PipelineTarget target, HostedRepository repository, ApiLinks links)
    {
        json["source"] = target.RefName;
        json["destination"] = target.Destination;
        if (target.PullRequestId is { } id)
        {
            json["pullrequest"] = new JsonObject
            {
                ["type"] = "pullrequest",
                ["id"] = id,
                ["links"] = new JsonObject
                {
                    ["self"] = links.Api(FormattableString.Invariant($"repositories/{repository.FullName}/pullrequests/{id}")),
                    ["html"] = links.Site(FormattableString.Invariant($"{repository.FullName}/pull-requests/{id}")),
                },
            };
        }
    }
}
