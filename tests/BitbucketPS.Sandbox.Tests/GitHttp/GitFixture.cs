using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>A sandbox with a person who uses git.</summary>
public sealed class GitFixture : SandboxFixture, IAsyncDisposable
{
    public GitClient Git { get; } = new();

    /// <summary>The header of somebody who may do everything.</summary>
    public string Basic => "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes("x-token-auth:" + AccessToken()));

    public string AccessToken(params string[] scopes) => Server.IssueAccessToken(TimeSpan.FromHours(1), scopes);

    /// <summary>The address of a repository with a credential in it, as git's own documentation has it.</summary>
    public string Url(string path, string? user = null, string? password = null)
    {
        UriBuilder address = new(Origin) { Path = path };
        string userInfo = user is null ? "" : $"{Uri.EscapeDataString(user)}:{Uri.EscapeDataString(password ?? "")}@";
        return $"http://{userInfo}{address.Host}:{address.Port}/{path}";
    }

    /// <summary>The address of a repository for somebody who may do everything.</summary>
    public string Url(string path) => Url(path, "x-token-auth", AccessToken());

    /// <summary>Clones a repository of the demo workspace into a folder of a new name.</summary>
    public async Task<string> CloneAsync(string slug)
    {
        string folder = Path.GetRandomFileName();
        await Git.RunAsync("clone", "--quiet", Url($"demo/{slug}.git"), folder);
        return folder;
    }

    /// <summary>Every branch of a repository with its commit, as the API tells it.</summary>
    public async Task<string[]> ApiBranchesAsync(string slug)
    {
        List<string> branches = [];
        string? target = $"/2.0/repositories/demo/{slug}/refs/branches?pagelen=100";
        while (target is not null)
        {
            JsonNode page = (await GetAsync(target)).Json;
            branches.AddRange(page["values"]!.AsArray().Select(branch => $"{branch!["target"]!["hash"]}\trefs/heads/{branch["name"]}"));
            target = ((string?)page["next"])?[Origin.Length..];
        }

        return [.. branches.Order(StringComparer.Ordinal)];
    }

    /// <summary>The same, as git hears it over HTTP.</summary>
    public async Task<string[]> GitBranchesAsync(string slug)
        => [.. (await Git.RunAsync("ls-remote", "--heads", Url($"demo/{slug}"))).Split('\n').Order(StringComparer.Ordinal)];

    /// <summary>Sends what no careful client would, and reads until the server closes.</summary>
    public async Task<string> ExchangeAsync(string head)
    {
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, Server.BaseAddress.Port, TestContext.Current.CancellationToken);
        await using NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), TestContext.Current.CancellationToken);
        using StreamReader reader = new(stream, Encoding.ASCII);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        Git.Dispose();
        await DisposeAsync();
    }
}
