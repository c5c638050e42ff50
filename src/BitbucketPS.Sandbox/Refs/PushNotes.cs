using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Notes what a change of branches and tags means: for webhooks, and for the pull requests of those branches.</summary>
internal static class PushNotes
{
    /// <summary>Whether an operation may change branches or tags.</summary>
    public static bool AreDueAfter(ApiOperation operation)
        => operation.Changes && operation.Template.Contains("/{repo_slug}/", StringComparison.Ordinal)
            && (operation.Template.Contains("/refs/", StringComparison.Ordinal)
                || operation.Template.EndsWith("/src", StringComparison.Ordinal)
                || operation.Template.EndsWith("/merge", StringComparison.Ordinal));

    /// <summary>Notes everything.</summary>
    /// <param name="repository">As it is now.</param>
    /// <param name="before">What there was.</param>
    /// <param name="actor">Who did it.</param>
    /// <param name="links">Makes the links.</param>
    /// <param name="events">Where webhooks hear of it.</param>
    /// <param name="now">When.</param>
    public static async Task NoteAsync(HostedRepository repository, RefList before, Account actor, ApiLinks links, EventList events, DateTimeOffset now)
    {
        RefList after = await repository.Git.ReadRefsAsync(CancellationToken.None);
        JsonArray changes = await PushChanges.CompareAsync(repository, before, after, links, CancellationToken.None);
        if (changes.Count == 0)
        {
            return;
        }

        events.Add(actor, links, "repo:push", repository, new() { ["push"] = new JsonObject { ["changes"] = changes } });
        foreach (HostedRepository destination in Destinations(repository))
        {
            foreach (PullRequest pullRequest in destination.World.Data.All<PullRequest>(destination.Uuid).Where(candidate => IsFrom(candidate, repository)).ToArray())
            {
                await NoteAsync(destination, pullRequest, actor, links, events, now);
            }
        }
    }

    private static bool IsFrom(PullRequest pullRequest, HostedRepository source)
        => pullRequest.IsOpen && string.Equals(pullRequest.SourceRepositoryUuid, source.Uuid, StringComparison.Ordinal);

    // A pull request goes to the repository itself, or from a fork to what it was forked from.
    private static IEnumerable<HostedRepository> Destinations(HostedRepository repository)
    {
        yield return repository;
        if (repository.Record.ParentUuid is { } parent && repository.World.FindRepository(parent) is { } origin)
        {
            yield return origin;
        }
    }

    private static async Task NoteAsync(
        HostedRepository destination, PullRequest pullRequest, Account actor, ApiLinks links, EventList events, DateTimeOffset now)
    {
        PullRequest moved = await PullRequestLookup.RefreshAsync(pullRequest, destination, CancellationToken.None);
        if (string.Equals(moved.SourceHash, pullRequest.SourceHash, StringComparison.Ordinal))
        {
            return;
        }

        moved = destination.World.Data.Put(moved with { UpdatedOn = now }, destination.Uuid);
        PullRequestLog.NotePush(destination.World.Data, destination, moved, actor.Uuid, now);
        JsonObject json = await PullRequestJson.FullAsync(moved, destination, links, CancellationToken.None);
        events.Add(actor, links, "pullrequest:updated", destination, new() { ["pullrequest"] = json });
        events.Add(actor, links, "pullrequest:push", destination, new() { ["pullrequest"] = json.DeepClone() });
    }
}
