using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The operations that read files and folders.</summary>
internal static class SourceOperations
{
    // Beyond this the service gives up with its 555.
    private const int GreatestDepth = 50;

    private static readonly FieldSchema s_schema = FieldSchema.Of("commit_file").With("size", QueryFieldType.Number).With("mimetype", QueryFieldType.Text);

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add("GET ~/src", GetRootAsync);
        handlers.Add("GET ~/src/{commit}/{path*?}", GetAsync);
        handlers.Add("GET ~/filehistory/{commit}/{path*}", GetHistoryAsync);
        handlers.Add("POST ~/src", SourceWriteOperation.RunAsync);
    }

    private static async Task<ApiAnswer> GetRootAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        string main = await repository.Git.ReadMainBranchAsync(call.CancellationToken);
        string hash = await call.RequireRevisionAsync(repository, main);
        if (call.Query["format"] is null)
        {
            return ApiAnswer.Redirect(302, $"{call.Links.Origin}/2.0/repositories/{repository.FullName}/src/{hash}/?{call.Query.Raw}".TrimEnd('?'));
        }

        GitTreeEntry root = (await repository.Git.FindEntryAsync(hash, "", call.CancellationToken))!;
        return ApiAnswer.Ok(TreeEntryJson.Full(root, hash, repository, call.Links));
    }

    private static async Task<ApiAnswer> GetAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        (string hash, GitTreeEntry entry) = await RequireEntryAsync(call, repository);
        if (call.Query["format"] is "meta")
        {
            return ApiAnswer.Ok(TreeEntryJson.Full(entry, hash, repository, call.Links));
        }

        return entry.IsFolder ? await ListAsync(call, repository, hash, entry) : await ReadAsync(call, repository, entry);
    }

    private static async Task<ApiAnswer> ListAsync(ApiCall call, HostedRepository repository, string hash, GitTreeEntry folder)
    {
        int depth = 1;
        if (call.Query["max_depth"] is { } text
            && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out depth) || depth is < 1 or > GreatestDepth))
        {
            throw ApiErrors.BadField("max_depth", $"expected a number from 1 to {GreatestDepth}");
        }

        IReadOnlyList<GitTreeEntry> entries = await repository.Git.ReadTreeAsync(hash, folder.Path, depth, call.CancellationToken);
        JsonObject page = ItemList.ToPage(
            [.. entries.Select(entry => new Lazy<JsonObject>(() => TreeEntryJson.Full(entry, hash, repository, call.Links)))], s_schema, call);

        // Folders are paged by cursor: how many entries there are is not told.
        page.Remove("size");
        return ApiAnswer.Ok(page);
    }

    private static async Task<ApiAnswer> ReadAsync(ApiCall call, HostedRepository repository, GitTreeEntry entry)
    {
        if (entry.IsSubmodule)
        {
            throw new ApiException(404, $"No such file or directory: {entry.Path}");
        }

        string tag = $"\"{entry.Hash}\"";
        if (call.Http.Request.Headers.IfNoneMatch.Contains(tag, StringComparer.Ordinal))
        {
            return new ApiAnswer(304, Body: null).With("ETag", tag);
        }

        byte[] content = await repository.Git.ReadBlobAsync(entry.Hash, call.CancellationToken);
        return call.Query["format"] is "rendered"
            ? ApiAnswer.Ok(RenderedText.ToJson(Encoding.UTF8.GetString(content)))
            : ApiAnswer.Bytes(content, FileTypes.OfContent(entry.Path)).With("ETag", tag);
    }

    private static async Task<ApiAnswer> GetHistoryAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        (string hash, GitTreeEntry file) = await RequireEntryAsync(call, repository);
        GitLogQuery query = new([hash]) { Path = file.Path, FollowsRenames = call.Query.IsTrue("renames", otherwise: true) && !file.IsFolder };
        IEnumerable<GitFileVersion> versions = file.IsFolder
            ? (await repository.Git.LogAsync(query, call.CancellationToken)).Select(commit => new GitFileVersion(commit, file))
            : await repository.Git.ReadFileHistoryAsync(query, call.CancellationToken);
        return ApiAnswer.Ok(ItemList.ToPage(
            [.. versions.Select(version => new Lazy<JsonObject>(() => HistoryItem(version.File, version.Commit, repository, call.Links)))],
            s_schema,
            call));
    }

    private static JsonObject HistoryItem(GitTreeEntry file, GitCommit commit, HostedRepository repository, ApiLinks links)
    {
        JsonObject json = TreeEntryJson.Full(file, commit.Hash, repository, links);
        json["commit"] = CommitJson.Full(commit, repository, links);
        return json;
    }

    private static async Task<(string Hash, GitTreeEntry Entry)> RequireEntryAsync(ApiCall call, HostedRepository repository)
    {
        // A name with a slash is not found here, encoded or not: the router of the service takes the first segment for the whole name.
        string revision = call.Path("commit");
        string hash = revision.Contains('/', StringComparison.Ordinal)
            ? throw new ApiException(404, "Commit not found")
            : await call.RequireRevisionAsync(repository, revision);
        string path = call.Path("path");
        GitTreeEntry? entry = await repository.Git.FindEntryAsync(hash, path, call.CancellationToken);
        return entry is null ? throw new ApiException(404, $"No such file or directory: {path}") : (hash, entry);
    }
}
