using System.Globalization;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The lists of commits: with POST too, since the names in a query can become too many.</summary>
internal static class CommitListOperations
{
    // The API description: "30 by default" holds for the page of commits too.
    private const int DefaultLength = 30;
    private const int LongestLength = 100;
    private const string Cursor = "ctx";

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
        string text = await ReadFormAsync(call);
        QueryParameters form = QueryParameters.Parse(text);
        RequireKnown(form);
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
        return ApiAnswer.Ok(ToPage(call, repository, commits, new(page, length), text));
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

    // A link to a further page stands for the form that was sent for the first one.
    private static async Task<string> ReadFormAsync(ApiCall call)
    {
        string sent = call.Operation.Body.TakesForms ? await call.Http.Request.ReadOptionalFormAsync(call.CancellationToken) : "";
        return call.Query[Cursor] is { } name
            ? call.Cursors.Find(name) ?? throw new ApiException(400, $"Invalid {Cursor}")
            : string.Join('&', sent.Split('&').Where(pair => !RequestTarget.IsProtocolPair(pair)));
    }

    private static void RequireKnown(QueryParameters form)
    {
        if (form.Names.FirstOrDefault(name => name is not ("include" or "exclude" or "path")) is { } unknown)
        {
            throw ApiErrors.BadField(unknown, "extra keys not allowed");
        }

        if (form.All("path").Count > 1)
        {
            throw ApiErrors.BadField("path", "may be given only once");
        }
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
    private static JsonObject ToPage(ApiCall call, HostedRepository repository, IReadOnlyList<GitCommit> commits, PageRequest page, string form)
    {
        JsonObject wrapper = new()
        {
            ["values"] = new JsonArray([.. commits.Take(page.Length).Select(commit => CommitJson.Long(commit, repository, call.Links))]),
            ["pagelen"] = page.Length,
        };
        if (commits.Count > page.Length)
        {
            IEnumerable<string> query = call.Query.RawPairsWithout("page").Where(pair => RequestTarget.NameOf(pair) is not Cursor);
            string[] cursor = form.Length == 0 ? [] : [$"{Cursor}={call.Cursors.Keep(form)}"];
            string next = string.Create(CultureInfo.InvariantCulture, $"page={page.Page + 1}");
            wrapper["next"] = $"{call.Links.Origin}{call.Target.Path}?{string.Join('&', [.. query, .. cursor, next])}";
        }

        return wrapper;
    }
}
