using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Something that webhooks can be told about.</summary>
/// <param name="Key">Such as <c>repo:push</c>.</param>
/// <param name="Workspace">Where it happened.</param>
/// <param name="RepositoryUuid">In which repository; null for none.</param>
/// <param name="Payload">What is sent.</param>
internal sealed record HookEvent(string Key, Workspace Workspace, string? RepositoryUuid, JsonObject Payload);
