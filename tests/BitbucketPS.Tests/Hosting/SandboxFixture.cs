using System.Management.Automation;
using System.Security;
using BitbucketPS.Sandbox;

namespace BitbucketPS.Tests.Hosting;

/// <summary>A sandbox of a test's own, in this process.</summary>
internal sealed class SandboxFixture : IAsyncDisposable
{
    private SandboxFixture(SandboxServer server)
    {
        Server = server;
    }

    public SandboxServer Server { get; }

    public string BaseUri => Server.BaseAddress.AbsoluteUri.TrimEnd('/');

    /// <summary>The paths of the API requests that the sandbox saw since a moment.</summary>
    public string[] RequestsSince(int count)
        => [.. Server.Requests.Skip(count).Select(request => $"{request.Method} {request.Target}")];

    public static async Task<SandboxFixture> StartAsync(SandboxOptions? options = null)
        => new(await SandboxServer.StartAsync(options ?? new(), TestContext.Current.CancellationToken));

    /// <summary>A runspace that is signed in with an access token.</summary>
    public ModuleRunspace Connect()
    {
        ModuleRunspace module = new();
        module.Run(
            "Connect-Bitbucket -AccessToken $token -BaseUri $baseUri -Workspace demo",
            ("token", Server.IssueAccessToken(TimeSpan.FromHours(1))),
            ("baseUri", BaseUri)).Clean();
        return module;
    }

    /// <summary>The demo consumer, as a script has it.</summary>
    public PSCredential Consumer => Credential(Server.Consumer.Key, Server.Consumer.Secret);

    public static PSCredential Credential(string userName, string password)
    {
        SecureString secret = new();
        foreach (char c in password)
        {
            secret.AppendChar(c);
        }

        return new(userName, secret);
    }

    /// <summary>The branches of a repository as git has them, in git's order.</summary>
    public Task<string[]> GitBranchesAsync(string slug)
        => Git.LinesAsync(Server.RepositoryPath("demo", slug), "for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads");

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
