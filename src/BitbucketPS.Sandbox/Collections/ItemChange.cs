using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>A request to make or change an item.</summary>
/// <param name="Call">The request; its body fits the shape of the table.</param>
/// <param name="Owner">What the collection belongs to.</param>
/// <param name="Present">The item as it is; null to make one.</param>
internal sealed record ItemChange(ApiCall Call, ItemOwner Owner, Item? Present)
{
    public JsonObject Body => Call.Json;

    /// <summary>The properties as they are, with those of the body that have these names put over them.</summary>
    public JsonObject Merge(params ReadOnlySpan<string> names)
    {
        JsonObject content = Present?.Copy() ?? [];
        foreach (string name in names)
        {
            if (Body[name] is { } value)
            {
                content[name] = value.DeepClone();
            }
        }

        return content;
    }
}
