using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The versions of snippets, and what is in them.</summary>
internal static class SnippetVersionOperations
{
    private const string Path = "/snippets/{workspace}/{encoded_id}";

    private static readonly FieldSchema s_schema = FieldSchema.Of("snippet_commit");

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add($"GET {Path}/commits", ListAsync);
        handlers.Add($"GET {Path}/commits/{{revision*}}", GetCommitAsync);
        handlers.Add($"GET {Path}/files/{{path*}}", RedirectAsync);
        handlers.Add($"GET {Path}/{{node_id}}", GetAsync);
        handlers.Add($"PUT {Path}/{{node_id}}", async call => await SnippetOperations.UpdateAsync(call, await VersionAsync(call)));
        handlers.Add($"DELETE {Path}/{{node_id}}", async call => await SnippetOperations.DeleteAsync(call, await VersionAsync(call)));
        handlers.Add($"GET {Path}/{{node_id}}/files/{{path*}}", GetFileAsync);
        handlers.Add($"GET {Path}/{{revision}}/diff", DiffAsync);
        handlers.Add($"GET {Path}/{{revision}}/patch", PatchAsync);
    }

    private static Task<string> VersionAsync(ApiCall call) => SnippetLookup.RequireVersionAsync(call, SnippetLookup.Require(call).Git, "node_id");

    private static async Task<ApiAnswer> ListAsync(ApiCall call)
    {
        (Workspace workspace, Snippet snippet, GitRepository git) = SnippetLookup.Require(call);
        string head = (await git.ResolveAsync("HEAD", call.CancellationToken))!;
        IReadOnlyList<GitCommit> commits = await git.LogAsync(new([head]), call.CancellationToken);
        return ApiAnswer.Ok(ItemList.ToPage(
            [.. commits.Select(commit => new Lazy<JsonObject>(() => ToJson(call, workspace, snippet, commit)))], s_schema, call));
    }

    private static async Task<ApiAnswer> GetCommitAsync(ApiCall call)
    {
        (Workspace workspace, Snippet snippet, GitRepository git) = SnippetLookup.Require(call);
        string hash = await SnippetLookup.RequireVersionAsync(call, git, "revision");
        return ApiAnswer.Ok(ToJson(call, workspace, snippet, await git.ReadCommitAsync(hash, call.CancellationToken)));
    }

    private static async Task<ApiAnswer> GetAsync(ApiCall call)
    {
        (Workspace workspace, Snippet snippet, GitRepository git) = SnippetLookup.Require(call);
        return ApiAnswer.Ok(await SnippetJson.FullAsync(call, workspace, snippet, await SnippetLookup.RequireVersionAsync(call, git, "node_id")));
    }

    private static async Task<ApiAnswer> RedirectAsync(ApiCall call)
    {
        (Workspace workspace, Snippet snippet, GitRepository git) = SnippetLookup.Require(call);
        string head = (await git.ResolveAsync("HEAD", call.CancellationToken))!;
        string path = call.RawPath("path");

        // The links of files have their version in front.
        string[] parts = path.Split('/', 2);
        if (parts.Length == 2 && await git.FindEntryAsync(head, call.Path("path"), call.CancellationToken) is null
            && await git.ResolveHashAsync(parts[0], call.CancellationToken) is { } version)
        {
            (head, path) = (version, parts[1]);
        }

        return ApiAnswer.Redirect(302, $"{call.Links.Origin}/2.0/snippets/{workspace.Slug}/{snippet.Id}/{head}/files/{path}");
    }

    private static async Task<ApiAnswer> GetFileAsync(ApiCall call)
    {
        (_, _, GitRepository git) = SnippetLookup.Require(call);
        string hash = await SnippetLookup.RequireVersionAsync(call, git, "node_id");
        string path = call.Path("path");
        GitTreeEntry? entry = await git.FindEntryAsync(hash, path, call.CancellationToken);
        return entry is null || entry.IsFolder
            ? throw new ApiException(404, $"No such file or directory: {path}")
            : ApiAnswer.Bytes(await git.ReadBlobAsync(entry.Hash, call.CancellationToken), FileTypes.OfContent(path));
    }

    private static async Task<ApiAnswer> DiffAsync(ApiCall call)
    {
        (_, _, GitRepository git) = SnippetLookup.Require(call);
        string hash = await SnippetLookup.RequireVersionAsync(call, git, "revision");
        GitDiffOptions options = GitDiffOptions.Usual with { Paths = [.. call.Query.All("path")] };
        return ApiAnswer.Bytes(
            await git.DiffAsync(await git.ReadBeforeAsync(hash, call.CancellationToken), hash, options, call.CancellationToken), "text/plain");
    }

    private static async Task<ApiAnswer> PatchAsync(ApiCall call)
    {
        (_, _, GitRepository git) = SnippetLookup.Require(call);
        return ApiAnswer.Bytes(
            await git.PatchAsync(await SnippetLookup.RequireVersionAsync(call, git, "revision"), call.CancellationToken), "text/plain");
    }

    private static JsonObject ToJson(ApiCall call, Workspace workspace, Snippet snippet, GitCommit commit)
    {
        string path = $"snippets/{workspace.Slug}/{snippet.Id}";
        JsonObject author = new() { ["type"] = "author", ["raw"] = $"{commit.AuthorName} <{commit.AuthorEmail}>" };
        if (call.World.FindAuthor(commit.AuthorEmail) is { } account)
        {
            author["user"] = AccountJson.Brief(account, call.Links);
        }

        return new()
        {
            ["type"] = "snippet_commit",
            ["hash"] = commit.Hash,
            ["date"] = CommitJson.Time(commit.Date),
            ["message"] = commit.Message,
            ["summary"] = RenderedText.ToJson(commit.Message),
            ["author"] = author,
            ["parents"] = new JsonArray([.. commit.Parents.Select(parent => new JsonObject { ["type"] = "commit", ["hash"] = parent })]),
            ["snippet"] = SnippetJson.Brief(snippet, workspace, call.World, call.Links),
            ["links"] = new JsonObject
            {
                ["self"] = call.Links.Api($"{path}/commits/{commit.Hash}"),
                ["html"] = call.Links.Site($"{path}/commits/{commit.Hash}"),
                ["diff"] = call.Links.Api($"{path}/{commit.Hash}/diff"),
            },
        };
    }
}
