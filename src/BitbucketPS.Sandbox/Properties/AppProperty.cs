using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>What an application keeps with a thing, which owns this.</summary>
/// <param name="Id">The key of the application and the name of the property.</param>
/// <param name="Content">Any object.</param>
internal sealed record AppProperty(string Id, JsonObject Content) : IEntity;
