using System.Management.Automation;
using BitbucketPS.Sandbox;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Errors;

/// <summary>Each way in which a server can misbehave, and what becomes of a script: the right result, or the right error, and nothing done twice.</summary>
public sealed class SandboxFaultTests : IAsyncLifetime
{
    private const string Branches = "/refs/branches";
    private const string List = "Get-BitbucketBranch demo/api -Session $session";
    private const string Create = "New-BitbucketBranch demo/api feature/once -Target main -Session $session";
    private const string Delete = "Remove-BitbucketBranch demo/api feature/rate-limits -Confirm:$false -Session $session";

    private readonly ModuleRunspace _module = new();
    private readonly HastyClock _clock = new();
    private SandboxFixture _sandbox = null!;
    private int _branches;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxFixture.StartAsync();
        _branches = (await _sandbox.GitBranchesAsync("api")).Length;
        _module.Run(
            "$session = [BitbucketPS.BitbucketSession]::new([BitbucketPS.BitbucketClient]::new([BitbucketPS.BitbucketClientOptions]@{"
            + " BaseUri = $baseUri; TimeProvider = $clock; Signer = [BitbucketPS.Signing.BearerSigner]::new($token) }), 'demo')",
            ("baseUri", _sandbox.BaseUri),
            ("clock", _clock),
            ("token", _sandbox.Server.IssueAccessToken(TimeSpan.FromHours(1)))).Clean();
    }

    [Theory]
    [InlineData(SandboxFaultKind.Reset)]
    [InlineData(SandboxFaultKind.ResetMidBody)]
    [InlineData(SandboxFaultKind.SlowDrip)]
    [InlineData(SandboxFaultKind.Stall)]
    [InlineData(SandboxFaultKind.StallBeforeAnswer)]
    [InlineData(SandboxFaultKind.TruncatedJson)]
    [InlineData(SandboxFaultKind.WrongContentLength)]
    [InlineData(SandboxFaultKind.EmptyContentType)]
    [InlineData(SandboxFaultKind.Status, 429)]
    [InlineData(SandboxFaultKind.Status, 429, "7")]
    [InlineData(SandboxFaultKind.Status, 429, "Thu, 01 Jan 2026 00:00:00 GMT")]
    [InlineData(SandboxFaultKind.Status, 429, "soon")]
    [InlineData(SandboxFaultKind.Status, 502)]
    [InlineData(SandboxFaultKind.Status, 503, "3")]
    [InlineData(SandboxFaultKind.Status, 504)]
    [InlineData(SandboxFaultKind.Status, 555)]
    [InlineData(SandboxFaultKind.NextLoop)]
    public async Task List_FaultThatPasses_IsWholeAndOnce(SandboxFaultKind kind, int status = 503, string? retryAfter = null)
    {
        SandboxFaultRule fault = _sandbox.Server.Faults.Add(new() { Kind = kind, PathContains = Branches, Status = status, RetryAfter = retryAfter });

        ScriptResult result = await RunAsync(List, kind, () => fault.Hits > 0);

        string[] names = result.Texts("Name");
        Assert.Equal(1, fault.Hits);
        Assert.Equal(_branches, names.Length);
        Assert.Equal(_branches, names.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData(SandboxFaultKind.WrongContentType, "UnexpectedResponse")]
    [InlineData(SandboxFaultKind.Html, "UnexpectedResponse")]
    [InlineData(SandboxFaultKind.RedirectLoop, "UnexpectedResponse")]
    [InlineData(SandboxFaultKind.GzipBomb, "UnexpectedResponse")]
    [InlineData(SandboxFaultKind.HugeJson, "UnexpectedResponse")]
    [InlineData(SandboxFaultKind.DeepNesting, "UnexpectedResponse")]
    [InlineData(SandboxFaultKind.NextElsewhere, "UnexpectedResponse")]
    [InlineData(SandboxFaultKind.Status, "Unauthorized", 401)]
    [InlineData(SandboxFaultKind.Status, "Forbidden", 403)]
    [InlineData(SandboxFaultKind.Status, "NotFound", 404)]
    [InlineData(SandboxFaultKind.Status, "Conflict", 409)]
    [InlineData(SandboxFaultKind.Status, "Gone", 410)]
    [InlineData(SandboxFaultKind.Status, "ServerError", 500)]
    public void List_FaultThatStays_IsOneClearError(SandboxFaultKind kind, string id, int status = 503)
    {
        _sandbox.Server.Faults.Add(new() { Kind = kind, PathContains = Branches, Status = status, Times = null });

        ErrorRecord error = _module.Run(List).SingleError;

        Assert.StartsWith($"{id},", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.NotEqual(ErrorCategory.NotSpecified, error.CategoryInfo.Category);
        Assert.False(string.IsNullOrEmpty(error.ErrorDetails.RecommendedAction) && error.Exception.Message.Length == 0);
    }

    [Theory]
    [InlineData(SandboxFaultKind.Status, false, null, 1, 429)]
    [InlineData(SandboxFaultKind.Status, false, "ServerError", 0, 503)]
    [InlineData(SandboxFaultKind.Status, true, "ServerError", 1, 503)]
    [InlineData(SandboxFaultKind.Reset, false, "ConnectionBroken", 0)]
    [InlineData(SandboxFaultKind.Reset, true, "ConnectionBroken", 1)]
    [InlineData(SandboxFaultKind.ResetMidBody, true, "ConnectionBroken", 1)]
    [InlineData(SandboxFaultKind.StallBeforeAnswer, true, "Timeout", 1)]
    [InlineData(SandboxFaultKind.TruncatedJson, true, "UnexpectedResponse", 1)]
    public async Task Create_Faulty_IsNeverDoneTwiceAndSaysWhatIsUnknown(SandboxFaultKind kind, bool afterTheWork, string? id, int done, int status = 503)
    {
        _sandbox.Server.Faults.Add(new() { Kind = kind, Method = "POST", PathContains = Branches, Status = status, AfterTheWork = afterTheWork });

        ScriptResult result = await RunAsync(Create, kind, () => _sandbox.Server.Writes.Any(write => write.Method is "POST"));

        Assert.Equal(done, _sandbox.Server.Writes.Count(write => write.Method is "POST"));
        Assert.Equal(id is null ? 1 : 0, result.Output.Count);
        if (id is not null)
        {
            Assert.StartsWith($"{id},", result.SingleError.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains("may have been carried out", result.SingleError.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(SandboxFaultKind.Status, false)]
    [InlineData(SandboxFaultKind.Status, true)]
    [InlineData(SandboxFaultKind.Reset, false)]
    [InlineData(SandboxFaultKind.Reset, true)]
    [InlineData(SandboxFaultKind.StallBeforeAnswer, true)]
    public async Task Delete_AnswerIsLost_HasWorkedOnce(SandboxFaultKind kind, bool afterTheWork)
    {
        _sandbox.Server.Faults.Add(new() { Kind = kind, Method = "DELETE", PathContains = Branches, AfterTheWork = afterTheWork });

        (await RunAsync(Delete, kind, () => _sandbox.Server.Writes.Any(write => write.Method is "DELETE"))).Clean();

        Assert.Equal(1, _sandbox.Server.Writes.Count(write => write.Method is "DELETE"));
        Assert.Equal(_branches - 1, (await _sandbox.GitBranchesAsync("api")).Length);
    }

    // Where no answer comes, it is given up once the server is where it stays.
    private async Task<ScriptResult> RunAsync(string script, SandboxFaultKind kind, Func<bool> isThere)
    {
        Task<ScriptResult> running = Task.Run(() => _module.Run(script), TestContext.Current.CancellationToken);
        if (kind is SandboxFaultKind.SlowDrip or SandboxFaultKind.Stall or SandboxFaultKind.StallBeforeAnswer)
        {
            while (!isThere() && !running.IsCompleted)
            {
                await Task.Yield();
            }

            _clock.Advance(HastyClock.AttemptLimit);
        }

        return await running;
    }

    public async ValueTask DisposeAsync()
    {
        _module.Dispose();
        await _sandbox.DisposeAsync();
    }
}
