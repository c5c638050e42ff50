using System.Text.Json;

namespace BitbucketPS.Sandbox;

/// <summary>What a client sends to make a branch: <c>{"name": …, "target": {"hash": …}}</c>.</summary>
/// <param name="Name">Without <c>refs/heads/</c>.</param>
/// <param name="Target">A hash, a prefix of one, or the name of a branch.</param>
internal sealed record NewBranch(string Name, string Target)
{
    /// <summary>Reads the body, allowing nothing it does not know.</summary>
    /// <exception cref="ApiException">400 that names the field.</exception>
    public static async Task<NewBranch> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using JsonDocument document = await JsonBody.ReadAsync(request, cancellationToken);
        JsonElement body = document.RootElement;
        JsonBody.RequireObject(body, "", "type", "name", "target", "links");
        JsonElement target = JsonBody.RequireProperty(body, "", "target");
        JsonBody.RequireObject(target, "target", "type", "hash", "links");
        return new(JsonBody.RequireText(body, "", "name"), JsonBody.RequireText(target, "target", "hash"));
    }
}
