using System.Text.Json.Nodes;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Commits;

/// <summary>What the sandbox and its git say of commits, past the cmdlets that are tested.</summary>
internal static class CommitHistory
{
    public static Task<string[]> GitLogAsync(this SandboxFixture sandbox, string slug, params string[] arguments)
        => Git.LinesAsync(sandbox.Server.RepositoryPath("demo", slug), ["log", "--format=%H", .. arguments]);

    public static async Task<string> GitHashAsync(this SandboxFixture sandbox, string slug, string revision)
        => Assert.Single(await Git.LinesAsync(sandbox.Server.RepositoryPath("demo", slug), "rev-parse", $"{revision}^{{commit}}"));

    /// <summary>What the API answers below <c>/2.0/repositories/demo</c>.</summary>
    public static async Task<JsonNode> ReadAsync(this SandboxFixture sandbox, string path)
    {
        using HttpClient client = new();
        client.DefaultRequestHeaders.Authorization = new("Bearer", sandbox.Server.IssueAccessToken(TimeSpan.FromHours(1)));
        string json = await client.GetStringAsync($"{sandbox.BaseUri}/2.0/repositories/demo/{path}", TestContext.Current.CancellationToken);
        return JsonNode.Parse(json)!;
    }

    /// <summary>The items of the first page of a list.</summary>
    public static async Task<JsonArray> ReadListAsync(this SandboxFixture sandbox, string path)
        => (await sandbox.ReadAsync(path))["values"]!.AsArray();

    /// <summary>The methods of those requests since a moment that could change something.</summary>
    public static string[] ChangesSince(this SandboxFixture sandbox, int count)
        => [.. sandbox.RequestsSince(count).Where(line => !line.StartsWith("GET ", StringComparison.Ordinal))];
}
