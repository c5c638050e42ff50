using System.Management.Automation;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.PullRequests;

/// <summary>
/// A sandbox with a runspace that is signed in to it, and what the sandbox then says of its pull requests: demo/api has the open ones
/// 1 (a comment, a task, nobody's review yet) and 2 (approved by the signed-in account).
/// </summary>
internal sealed class ReviewScene : IAsyncDisposable
{
    private readonly HttpClient _http = new();
    private readonly SandboxFixture _sandbox;

    private ReviewScene(SandboxFixture sandbox)
    {
        _sandbox = sandbox;
        Module = sandbox.Connect();
        Module.Run("$pr = [BitbucketPS.PullRequest]@{ Repository = 'demo/api'; Id = 1 }").Clean();
        _http.BaseAddress = new($"{sandbox.BaseUri}/2.0/repositories/demo/api/pullrequests/");
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", sandbox.Server.IssueAccessToken(TimeSpan.FromHours(1)));
    }

    public SandboxFixture Sandbox => _sandbox;

    /// <summary>The runspace; it has pull request 1 in the variable pr.</summary>
    public ModuleRunspace Module { get; }

    /// <summary>How many requests the sandbox saw.</summary>
    public int Count => _sandbox.Server.Requests.Count;

    public static async Task<ReviewScene> StartAsync() => new(await SandboxFixture.StartAsync());

    public ScriptResult Run(string script) => Module.Run(script);

    /// <summary>Of each output of a script, the given properties, as text.</summary>
    public string[] Show(string script, params string[] properties)
    {
        string format = string.Join('|', properties.Select(property => $"$($_.{property})"));
        return [.. Run($"{script} | ForEach-Object {{ \"{format}\" }}").Clean().Select(line => $"{line}")];
    }

    /// <summary>What Tab offers at the end of a line.</summary>
    public IEnumerable<string> Complete(string line)
    {
        using PowerShell powershell = Module.Pipeline("");
        powershell.Commands.Clear();
        return [.. CommandCompletion.CompleteInput(line, line.Length, options: null, powershell).CompletionMatches.Select(match => match.CompletionText)];
    }

    /// <summary>The changes that the sandbox was asked for since a moment.</summary>
    public string[] WritesSince(int count)
        => [.. _sandbox.RequestsSince(count).Where(line => !line.StartsWith("GET ", StringComparison.Ordinal))];

    /// <summary>What the sandbox answers of a pull request of demo/api, such as of <c>1/comments</c>; asked for by no code of the module's.</summary>
    public async Task<JsonNode> ReadAsync(string path)
        => JsonNode.Parse(await _http.GetStringAsync(path, TestContext.Current.CancellationToken))!;

    /// <summary>A comment of somebody else's on pull request 1.</summary>
    public async Task CommentAsAsync(string username, string text)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "1/comments")
        {
            Headers = { Authorization = new("Bearer", _sandbox.Server.IssueAccessTokenFor(username, TimeSpan.FromHours(1))) },
            Content = new StringContent($$$"""{"content": {"raw": "{{{text}}}"}}""", new MediaTypeHeaderValue("application/json")),
        };
        using HttpResponseMessage response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>The signed-in account's word on a pull request, as the sandbox has it.</summary>
    public async Task<string?> MyReviewAsync(int pullRequest)
        => (string?)(await ReadAsync($"{pullRequest}"))["participants"]!.AsArray()
            .FirstOrDefault(participant => (string?)participant!["user"]!["display_name"] is "Dana Demo")?["state"];

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        Module.Dispose();
        await _sandbox.DisposeAsync();
    }
}
