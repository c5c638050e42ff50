using System.Net;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>A sandbox whose every answer can be looked at before it has come to its end.</summary>
public sealed class FaultFixture : SandboxFixture
{
    public const string User = "/2.0/user";
    public const string Branches = "/2.0/repositories/demo/website/refs/branches";

    // A connection of its own for each request: one that was cut must not disturb the next.
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        PooledConnectionLifetime = TimeSpan.Zero,
    });

    /// <summary>Sends a request as the demo person, and gives the answer when its headers are there.</summary>
    public async Task<HttpResponseMessage> OpenAsync(string target, string method = "GET", CancellationToken? cancellationToken = null)
    {
        using HttpRequestMessage request = new(new(method), Origin + target);
        request.Headers.TryAddWithoutValidation("Authorization", Bearer);
        return await _http.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, cancellationToken ?? TestContext.Current.CancellationToken);
    }

    /// <summary>Makes a branch; the answer may be lost on the way.</summary>
    public async Task<Answer?> TryCreateAsync(string name)
    {
        try
        {
            return await PostAsync(Branches, $$$"""{"name": "{{{name}}}", "target": {"hash": "main"}}""");
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Whether there is a branch, as git sees it.</summary>
    public async Task<bool> HasBranchAsync(string name)
        => (await Git.BranchesAsync(Server.RepositoryPath("demo", "website"))).Contains(name, StringComparer.Ordinal);

    /// <summary>Misbehaves once on requests for a path that only one test uses.</summary>
    public SandboxFaultRule Once(SandboxFaultKind kind, string path) => Server.Faults.Add(new() { Kind = kind, PathContains = path });
}
