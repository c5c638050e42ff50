using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>What a client sends to make a branch: <c>{"name": …, "target": {"hash": …}}</c>.</summary>
/// <param name="Name">Without <c>refs/heads/</c>.</param>
/// <param name="Target">A hash, a prefix of one, or the name of a branch.</param>
internal sealed record NewBranch(string Name, string Target)
{
    /// <summary>Reads the body.</summary>
    /// <exception cref="ApiException">400 that names the field.</exception>
    public static NewBranch Read(JsonObject body)
        => new(body.RequireText("name"), body.RequireObject("target").RequireText("hash", "target.hash"));
}
