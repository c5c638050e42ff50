using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Builds the links of answers. API and pages live on the one host of the sandbox.</summary>
/// <param name="Origin">Scheme, host and port that the client asked, without a slash at the end.</param>
internal sealed record ApiLinks(string Origin)
{
    /// <summary>An object with one <c>href</c> below <c>/2.0</c>.</summary>
    public JsonObject Api(string path) => Href($"{Origin}/2.0/{path}");

    /// <summary>An object with the <c>href</c> of a page for people.</summary>
    public JsonObject Site(string path) => Href($"{Origin}/{path}");

    private static JsonObject Href(string href) => new() { ["href"] = href };
}
