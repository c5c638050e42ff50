using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>What became different about something, as webhooks and activities tell it: the old and the new of each property.</summary>
internal static class ChangeJson
{
    /// <summary>Adds a property, if it became different.</summary>
    public static void AddChange<T>(this JsonObject changes, string name, T old, T now)
    {
        if (!EqualityComparer<T>.Default.Equals(old, now))
        {
            changes[name] = new JsonObject { ["old"] = JsonValue.Create(old), ["new"] = JsonValue.Create(now) };
        }
    }
}
