using System.Globalization;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The lists of commits: with POST too, since the names in a query can become too many.</summary>
internal static class CommitListOperations
{
    // The API description: "30 by default" holds for the page of commits too.
    private const int DefaultLength = 30;
    private const int LongestLength = 100;

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add("GET ~/commits", ListAsync);
        handlers.Add("POST ~/commits", ListAsync);
        handlers.Add("GET ~/commits/{revision*}", ListAsync);
        handlers.Add("POST ~/commits/{revision*}", ListAsync);
    }

    private static async Task<ApiAnswer> ListAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        QueryParameters form = await ReadFormAsync(call);
        int length = ReadNumber(call.Query["pagelen"], DefaultLength, LongestLength, "pagelen");
        int page = ReadNumber(call.Query["page"], 1, int.MaxValue, "page");
        string[] include = [.. call.Query.All("include"), .. form.All("include"), .. Revision(call)];
        string[] exclude = [.. call.Query.All("exclude"), .. form.All("exclude")];
        GitLogQuery query = new(await StartAsync(call, repository, include))
        {
            Exclude = await ResolveAsync(call, repository, exclude),
            Path = call.Query["path"] ?? form["path"],
            Skip = (int)Math.Min((page - 1L) * length, int.MaxValue),
            Limit = length + 1,
        };
        IReadOnlyList<GitCommit> commits = await repository.Git.LogAsync(query, call.CancellationToken);
        return ApiAnswer.Ok(ToPage(call, repository, commits, page, length));
    }

    // Without any revision: whatever a branch or a tag leads to.
    private static async Task<IReadOnlyList<string>> StartAsync(ApiCall call, HostedRepository repository, string[] include)
    {
        if (include.Length > 0)
        {
            return await ResolveAsync(call, repository, include);
        }

        RefList refs = await repository.Git.ReadRefsAsync(call.CancellationToken);
        return [.. refs.Branches.Select(branch => branch.Target.Hash).Concat(refs.Tags.Select(tag => tag.Target.Hash)).Distinct(StringComparer.Ordinal)];
    }

    private static async Task<IReadOnlyList<string>> ResolveAsync(ApiCall call, HostedRepository repository, string[] revisions)
    {
        List<string> hashes = [];
        foreach (string revision in revisions)
        {
            hashes.Add(await call.RequireRevisionAsync(repository, revision));
        }

        return hashes;
    }

    private static string[] Revision(ApiCall call)
        => call.Operation.Template.EndsWith("{revision*}", StringComparison.Ordinal) ? [call.Path("revision")] : [];

    private static async Task<QueryParameters> ReadFormAsync(ApiCall call)
    {
        HttpRequest request = call.Http.Request;
        return request.Method is "POST" && request.HasFormContentTypeOnly()
            ? QueryParameters.Parse(await request.ReadFormTextAsync(call.CancellationToken))
            : QueryParameters.Parse("");
    }

    private static int ReadNumber(string? text, int fallback, int most, string name)
    {
        if (text is null)
        {
            return fallback;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= most
            ? number
            : throw new ApiException(400, $"Invalid {name}");
    }

    // The service pages commits by cursor: it tells neither how many there are nor which page this is.
    private static JsonObject ToPage(ApiCall call, HostedRepository repository, IReadOnlyList<GitCommit> commits, int page, int length)
    {
        JsonObject wrapper = new()
        {
            ["values"] = new JsonArray([.. commits.Take(length).Select(commit => CommitJson.Long(commit, repository, call.Links))]),
            ["pagelen"] = length,
        };
        if (commits.Count > length)
        {
            string query = string.Join('&', [.. call.Query.RawPairsWithout("page"), string.Create(CultureInfo.InvariantCulture, $"page={page + 1}")]);
            wrapper["next"] = $"{call.Links.Origin}{call.Target.Path}?{query}";
        }

        return wrapper;
    }
}
