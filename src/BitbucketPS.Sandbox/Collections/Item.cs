using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>A thing of a collection: what a client has said about it, and what the sandbox added.</summary>
/// <param name="Id">A UUID in braces, or a number.</param>
/// <param name="Content">Its properties, secrets included. Never changed: a change puts a new item in its place.</param>
/// <param name="CreatedOn">When it was made.</param>
/// <param name="UpdatedOn">When it was changed last.</param>
internal sealed record Item(string Id, JsonObject Content, DateTimeOffset CreatedOn, DateTimeOffset UpdatedOn) : IEntity
{
    /// <summary>The properties, to be changed or answered.</summary>
    public JsonObject Copy() => (JsonObject)Content.DeepClone();

    /// <summary>A property that is a text, or null.</summary>
    public string? Text(string name) => Content.Text(name);
}
