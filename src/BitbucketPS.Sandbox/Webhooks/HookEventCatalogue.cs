using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>What webhooks can be told about, in the service's order.</summary>
internal static class HookEventCatalogue
{
    private static readonly (string Key, string Category, string Label, string Scope)[] s_events =
    [
        ("repo:push", "Repository", "Push", "repository"),
        ("repo:fork", "Repository", "Fork", "repository"),
        ("repo:updated", "Repository", "Updated", "repository"),
        ("repo:transfer", "Repository", "Transfer accepted", "repository"),
        ("repo:created", "Repository", "Created", "repository"),
        ("repo:deleted", "Repository", "Deleted", "repository"),
        ("repo:imported", "Repository", "Imported", "repository"),
        ("repo:commit_comment_created", "Repository", "Commit comment created", "repository"),
        ("repo:commit_status_created", "Repository", "Build status created", "repository"),
        ("repo:commit_status_updated", "Repository", "Build status updated", "repository"),
        ("pullrequest:created", "Pull Request", "Created", "pullrequest"),
        ("pullrequest:updated", "Pull Request", "Updated", "pullrequest"),
        ("pullrequest:push", "Pull Request", "Push", "pullrequest"),
        ("pullrequest:approved", "Pull Request", "Approved", "pullrequest"),
        ("pullrequest:unapproved", "Pull Request", "Approval removed", "pullrequest"),
        ("pullrequest:changes_request_created", "Pull Request", "Changes Request created", "pullrequest"),
        ("pullrequest:changes_request_removed", "Pull Request", "Changes Request removed", "pullrequest"),
        ("pullrequest:fulfilled", "Pull Request", "Merged", "pullrequest"),
        ("pullrequest:rejected", "Pull Request", "Declined", "pullrequest"),
        ("pullrequest:comment_created", "Pull Request", "Comment created", "pullrequest"),
        ("pullrequest:comment_updated", "Pull Request", "Comment updated", "pullrequest"),
        ("pullrequest:comment_deleted", "Pull Request", "Comment deleted", "pullrequest"),
        ("pullrequest:comment_resolved", "Pull Request", "Comment resolved", "pullrequest"),
        ("pullrequest:comment_reopened", "Pull Request", "Comment reopened", "pullrequest"),
        ("project:updated", "Project", "Updated", "project"),
        ("pipeline:span_created", "Pipeline", "Span created", "pipeline"),
    ];

    /// <summary>The scope that creating a hook for an event needs beside <c>webhook</c>; null if there is no such event any more.</summary>
    public static string? ScopeOf(string key)
        => s_events.Where(known => string.Equals(known.Key, key, StringComparison.Ordinal)).Select(known => known.Scope).FirstOrDefault();

    /// <summary>Whether the webhooks of a repository can hear it; those of a workspace hear everything.</summary>
    public static bool IsOfRepository(string key) => !key.StartsWith("project:", StringComparison.Ordinal);

    /// <summary>The events of a kind of subject, as the API answers them.</summary>
    /// <param name="ofWorkspace">Whether those of a workspace are wanted; a repository has none of projects.</param>
    public static IEnumerable<JsonObject> List(bool ofWorkspace)
        => s_events.Where(known => ofWorkspace || IsOfRepository(known.Key)).Select(known => new JsonObject
        {
            ["event"] = known.Key,
            ["category"] = known.Category,
            ["label"] = known.Label,
            ["description"] = $"{known.Category}: {known.Label.ToLowerInvariant()}",
        });
}
