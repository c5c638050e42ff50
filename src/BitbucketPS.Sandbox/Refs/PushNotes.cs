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
        await new PullRequestPushes(actor, links, events, now).NoteAsync(repository, before, after);
    }
}
