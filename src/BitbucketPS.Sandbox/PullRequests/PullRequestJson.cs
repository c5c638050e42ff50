using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Pull requests as the API answers them.</summary>
internal static class PullRequestJson
{
    private const int ShortHashLength = 12;

    private static readonly string[] s_linkedResources =
        ["commits", "approve", "request-changes", "diff", "diffstat", "comments", "activity", "merge", "decline", "statuses"];

    /// <summary>The whole of it.</summary>
    public static async Task<JsonObject> FullAsync(PullRequest pullRequest, HostedRepository repository, ApiLinks links, CancellationToken cancellationToken)
    {
        JsonObject json = Item(
            pullRequest, repository, await PullRequestLookup.DestinationHashAsync(pullRequest, repository, cancellationToken), links);
        AddPeople(json, pullRequest, repository, links);
        json["rendered"] = new JsonObject
        {
            ["title"] = RenderedText.ToJson(pullRequest.Title),
            ["description"] = RenderedText.ToJson(pullRequest.Description),
            ["reason"] = RenderedText.ToJson(pullRequest.Reason),
        };
        return json;
    }

    /// <summary>As in lists, which leave out who reviews and takes part.</summary>
    public static JsonObject Item(PullRequest pullRequest, HostedRepository repository, string? destination, ApiLinks links)
    {
        JsonObject json = Brief(pullRequest, repository, links);
        World world = repository.World;
        HostedRepository? source = world.FindRepository(pullRequest.SourceRepositoryUuid);
        json["description"] = pullRequest.Description;
        json["summary"] = RenderedText.ToJson(pullRequest.Description);
        json["state"] = pullRequest.State;
        json["author"] = Person(world, pullRequest.AuthorUuid, links);
        json["source"] = Endpoint(source, pullRequest.SourceBranch, pullRequest.SourceHash, links);
        json["destination"] = Endpoint(repository, pullRequest.DestinationBranch, destination, links);
        json["merge_commit"] = pullRequest.MergeHash is { } merge ? ShortCommit(merge, repository, links) : null;
        json["comment_count"] = world.Data.All<PullRequestComment>(pullRequest.OwnerIn(repository)).Count(comment => comment is { IsDeleted: false, IsPending: false });
        json["task_count"] = world.Data.All<PullRequestTask>(pullRequest.OwnerIn(repository)).Count(task => task.IsOpen);
        json["close_source_branch"] = pullRequest.ClosesSourceBranch;
        json["closed_by"] = pullRequest.ClosedBy is { } closer ? Person(world, closer, links) : null;
        json["reason"] = pullRequest.Reason;
        json["draft"] = pullRequest.IsDraft;
        json["queued"] = false;
        json["created_on"] = AccountJson.Time(pullRequest.CreatedOn);
        json["updated_on"] = AccountJson.Time(pullRequest.UpdatedOn);
        AddLinks((JsonObject)json["links"]!, pullRequest, repository, links);
        return json;
    }

    /// <summary>Adds who reviews it and who takes part.</summary>
    public static void AddPeople(JsonObject json, PullRequest pullRequest, HostedRepository repository, ApiLinks links)
    {
        Account[] reviewers = [.. pullRequest.Reviewers.Select(repository.World.FindAccount).OfType<Account>()];
        json["reviewers"] = new JsonArray([.. reviewers.Select(reviewer => AccountJson.Brief(reviewer, links))]);
        PullRequestParticipant[] participants = [.. repository.World.Data.All<PullRequestParticipant>(pullRequest.OwnerIn(repository))];
        IEnumerable<string> everybody = pullRequest.Reviewers.Concat(participants.Select(participant => participant.AccountUuid)).Distinct(StringComparer.Ordinal);
        json["participants"] = new JsonArray([.. everybody.Select(uuid => Participant(uuid, pullRequest, participants, repository.World, links))]);
    }

    /// <summary>Where it is only named.</summary>
    public static JsonObject Brief(PullRequest pullRequest, HostedRepository repository, ApiLinks links) => new()
    {
        ["type"] = "pullrequest",
        ["id"] = pullRequest.Number,
        ["title"] = pullRequest.Title,
        ["links"] = new JsonObject
        {
            ["self"] = links.Api($"repositories/{repository.FullName}/pullrequests/{pullRequest.Id}"),
            ["html"] = links.Site($"{repository.FullName}/pull-requests/{pullRequest.Id}"),
        },
    };

    /// <summary>Somebody with a part in it.</summary>
    public static JsonObject Participant(
        string uuid, PullRequest pullRequest, IEnumerable<PullRequestParticipant> participants, World world, ApiLinks links)
    {
        PullRequestParticipant? known = participants.FirstOrDefault(participant => string.Equals(participant.AccountUuid, uuid, StringComparison.Ordinal));
        string role = pullRequest.Reviewers.Contains(uuid, StringComparer.Ordinal) ? "REVIEWER" : "PARTICIPANT";
        return ParticipantJson.Of(world.FindAccount(uuid), role, known?.State, known?.Date, links);
    }

    /// <summary>An account, or null if it is gone.</summary>
    public static JsonObject? Person(World world, string uuid, ApiLinks links)
        => world.FindAccount(uuid) is { } account ? AccountJson.Brief(account, links) : null;

    // Of a fork that is gone the service knows the name of the branch, and no commit.
    private static JsonObject Endpoint(HostedRepository? side, string branch, string? hash, ApiLinks links) => new()
    {
        ["branch"] = new JsonObject { ["name"] = branch, ["links"] = new JsonObject() },
        ["commit"] = hash is null || side is null ? null : ShortCommit(hash, side, links),
        ["repository"] = side is null ? null : RepositoryJson.Brief(side, links),
    };

    // Pull requests name commits by twelve digits.
    private static JsonObject ShortCommit(string hash, HostedRepository repository, ApiLinks links)
        => CommitJson.Brief(hash[..ShortHashLength], repository, links);

    private static void AddLinks(JsonObject json, PullRequest pullRequest, HostedRepository repository, ApiLinks links)
    {
        foreach (string resource in s_linkedResources)
        {
            json[resource] = links.Api($"repositories/{repository.FullName}/pullrequests/{pullRequest.Id}/{resource}");
        }
    }
}
