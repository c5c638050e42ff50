using System.Globalization;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>
/// What is left of API 1.0, which Bitbucket removed in 2019: the list of branches, as it answered it, and groups.
/// Shape: Bitbucket's documentation of 2012 of <c>GET repositories/{accountname}/{repo_slug}/branches</c>.
/// </summary>
internal static class Api1Operations
{
    private const int ShortHashLength = 12;

    // Bitbucket's "timestamp" was the local time of its founders, "utctimestamp" the other one.
    private static readonly TimeZoneInfo s_amsterdam = FindTimeZone("Europe/Amsterdam");

    public static IEnumerable<ApiOperation> All { get; } =
    [
        new("GET", "/1.0/repositories/{workspace}/{repo_slug}/branches", RequiredScopes.ReadRepository) { Handler = ListBranchesAsync },
        .. Api1Groups.All,
    ];

    /// <summary>Whether a path is one of API 1.0.</summary>
    public static bool Owns(string path)
        => path.StartsWith("/1.0/", StringComparison.Ordinal) || path is "/1.0";

    /// <summary>What every other operation of it answers.</summary>
    public static ApiException Removed() => new(410, "Resource removed");

    private static async Task<ApiAnswer> ListBranchesAsync(ApiCall call)
    {
        GitRepository git = call.RequireRepository().Git;
        IReadOnlyList<GitBranch> branches = await git.ListBranchesAsync(call.CancellationToken);
        IReadOnlyDictionary<string, IReadOnlyList<GitFileChange>> changes = await git.ReadChangesAsync(
            branches.Select(branch => branch.Target.Hash), call.CancellationToken);
        JsonObject body = [];
        foreach (GitBranch branch in branches)
        {
            body[branch.Name] = ToJson(call.World, branch, changes[branch.Target.Hash]);
        }

        return ApiAnswer.Ok(body);
    }

    private static JsonObject ToJson(World world, GitBranch branch, IEnumerable<GitFileChange> changes)
    {
        GitCommit head = branch.Target;
        return new()
        {
            ["node"] = head.Hash[..ShortHashLength],
            ["files"] = new JsonArray([.. changes.Select(ToJson)]),
            ["raw_author"] = $"{head.AuthorName} <{head.AuthorEmail}>",
            ["utctimestamp"] = Time(head.Date.UtcDateTime) + "+00:00",
            ["author"] = world.FindAuthor(head.AuthorEmail)?.Username ?? head.AuthorName,
            ["timestamp"] = Time(TimeZoneInfo.ConvertTimeFromUtc(head.Date.UtcDateTime, s_amsterdam)),
            ["raw_node"] = head.Hash,
            ["parents"] = new JsonArray([.. head.Parents.Select(parent => JsonValue.Create(parent[..ShortHashLength]))]),
            ["branch"] = branch.Name,
            ["message"] = head.Message,
            ["revision"] = null,
            ["size"] = -1,
        };
    }

    private static JsonObject ToJson(GitFileChange change) => new()
    {
        ["type"] = change.Kind switch { 'A' => "added", 'D' => "removed", _ => "modified" },
        ["file"] = change.Path,
    };

    private static string Time(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static TimeZoneInfo FindTimeZone(string id)
        => TimeZoneInfo.TryFindSystemTimeZoneById(id, out TimeZoneInfo? zone) ? zone : TimeZoneInfo.Utc;
}
