using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Errors;

public sealed class FaultTests
{
    private const string Cut = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{\"values\": [";

    public static TheoryData<string, string, ErrorCategory, string> Faults => new()
    {
        { FaultyServer.Response("200 OK", "text/html", "<html>Sign in</html>"), "UnexpectedResponse", ErrorCategory.ProtocolError, "text/html instead of JSON" },
        { FaultyServer.Response("200 OK", "application/json", "{\"values\": ["), "UnexpectedResponse", ErrorCategory.ProtocolError, "JSON that cannot be read" },
        { FaultyServer.Response("404 Not Found", "text/html", "<html><script>profile()</script></html>"), "NotFound", ErrorCategory.ObjectNotFound, "404" },
        { FaultyServer.Response("403 Forbidden", "application/json", "{\"error\":{\"message\":\"No.\",\"detail\":{\"required\":[\"repository:admin\"],\"granted\":[\"repository\"]}}}"), "Forbidden", ErrorCategory.PermissionDenied, "No." },
        { FaultyServer.Response("429 Too Many Requests", "text/plain", "Rate limit for this resource has been exceeded"), "RateLimited", ErrorCategory.LimitsExceeded, "Rate limit" },
        { FaultyServer.Response("503 Service Unavailable", "text/html", "<html>down</html>"), "ServerError", ErrorCategory.ResourceUnavailable, "503" },
        { FaultyServer.Response("410 Gone", "application/json", "{\"type\":\"error\",\"error\":{\"message\":\"Resource removed\"}}"), "Gone", ErrorCategory.ObjectNotFound, "Resource removed" },
        { Cut, "ConnectionBroken", ErrorCategory.ConnectionError, "broke" },
        { "", "ConnectionBroken", ErrorCategory.ConnectionError, "without a complete answer" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task GetBranch_FaultyAnswer_IsOneClearError(string answer, string id, ErrorCategory category, string text)
    {
        await using FaultyServer server = new(answer);
        using ModuleRunspace module = Connect(server);

        ScriptResult result = module.Run("Get-BitbucketBranch acme/website; 'goes on'");

        ErrorRecord error = Assert.Single(result.Errors);
        Assert.StartsWith($"{id},", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Contains(text, $"{error}", StringComparison.Ordinal);
        Assert.Contains("acme/website", $"{error}", StringComparison.Ordinal);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
        Assert.DoesNotContain("profile()", $"{error}", StringComparison.Ordinal);
        Assert.Equal(["goes on"], result.Output.Select(item => item.BaseObject));
    }

    [Fact]
    public async Task GetBranch_MissingScope_IsNamed()
    {
        await using FaultyServer server = new(FaultyServer.Response(
            "403 Forbidden", "application/json", "{\"error\":{\"message\":\"No.\",\"detail\":{\"required\":[\"repository:admin\"],\"granted\":[\"repository\"]}}}"));
        using ModuleRunspace module = Connect(server);

        ErrorRecord error = module.Run("Get-BitbucketBranch acme/website").SingleError;

        Assert.Equal("The operation needs the scope repository:admin; this credential has repository.", error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public async Task GetBranch_NobodyListens_SaysWhichServer()
    {
        FaultyServer server = new("");
        string baseUri = server.BaseUri;
        using ModuleRunspace module = Connect(server);
        await server.DisposeAsync();

        ErrorRecord error = module.Run("Get-BitbucketBranch acme/website").SingleError;

        Assert.StartsWith("ConnectionFailed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(new Uri(baseUri).Authority, $"{error}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetBranch_Stopped_IsNoError()
    {
        // It promises more than it sends, and keeps the connection: the cmdlet waits until it is stopped.
        await using FaultyServer server = new(Cut, stalls: true);
        using ModuleRunspace module = Connect(server);
        using PowerShell powershell = module.Pipeline("Get-BitbucketBranch acme/website");
        Task<ScriptResult> running = Task.Run(() => ModuleRunspace.Collect(powershell), TestContext.Current.CancellationToken);
        await server.Asked;

        powershell.Stop();
        ScriptResult result = await running;

        Assert.Empty(result.Errors);
        Assert.Equal(PSInvocationState.Stopped, powershell.InvocationStateInfo.State);
        Assert.Empty(module.Run("$Error").Clean());
    }

    private static ModuleRunspace Connect(FaultyServer server)
    {
        ModuleRunspace module = new();
        module.Run("Connect-Bitbucket -AccessToken x123456789 -BaseUri $baseUri -MaximumRetryCount 0", ("baseUri", server.BaseUri)).Clean();
        return module;
    }
}
