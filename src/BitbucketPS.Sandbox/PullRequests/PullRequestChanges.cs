using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>What became different about a pull request from one entry of its activity to the next, as the API tells it.</summary>
internal static class PullRequestChanges
{
    /// <summary>The changes; none for the entry that opened it.</summary>
    public static JsonObject Between(PullRequest? old, PullRequest now, World world, ApiLinks links)
    {
        JsonObject changes = [];
        if (old is null)
        {
            return changes;
        }

        changes.AddChange("title", old.Title, now.Title);
        changes.AddChange("description", old.Description, now.Description);
        changes.AddChange("draft", old.IsDraft, now.IsDraft);
        changes.AddChange("status", StatusOf(old), StatusOf(now));
        AddReviewers(changes, old, now, world, links);
        return changes;
    }

    private static void AddReviewers(JsonObject changes, PullRequest old, PullRequest now, World world, ApiLinks links)
    {
        JsonObject reviewers = [];
        foreach ((string name, IEnumerable<string> uuids) in ((string, IEnumerable<string>)[])
            [("added", now.Reviewers.Except(old.Reviewers, StringComparer.Ordinal)), ("removed", old.Reviewers.Except(now.Reviewers, StringComparer.Ordinal))])
        {
            JsonArray people = new([.. uuids.Select(uuid => PullRequestJson.Person(world, uuid, links))]);
            if (people.Count > 0)
            {
                reviewers[name] = people;
            }
        }

        if (reviewers.Count > 0)
        {
            changes["reviewers"] = reviewers;
        }
    }

    // Here the service has other words for the states than anywhere else.
    private static string StatusOf(PullRequest pullRequest) => pullRequest.State switch
    {
        PullRequest.Open => "open",
        PullRequest.Merged => "fulfilled",
        PullRequest.Declined => "rejected",
        _ => "superseded",
    };
}
