using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public sealed class ProgramTests : IDisposable
{
    private readonly DirectoryInfo _temporary = Directory.CreateTempSubdirectory("sandbox-tests-");

    public void Dispose() => _temporary.Delete(recursive: true);

    [Fact]
    public async Task Announces_json_and_ends_with_its_standard_input()
    {
        using SandboxProcess process = Start("--announce-json", "--exit-with-stdin");
        JsonNode announcement = JsonNode.Parse((await process.ReadLineAsync())!)!;
        using HttpClient http = new() { BaseAddress = new((string)announcement["baseUri"]!) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", (string)announcement["accessToken"]!);
        string user = await http.GetStringAsync(new Uri("/2.0/user", UriKind.Relative), TestContext.Current.CancellationToken);
        process.CloseInput();
        (int exitCode, string output, string error) = await process.EndAsync();

        Assert.Contains("Dana Demo", user, StringComparison.Ordinal);
        Assert.All(
            new[] { "consumerKey", "consumerSecret", "apiTokenEmail", "apiToken" },
            name => Assert.NotEmpty((string)announcement[name]!));
        Assert.Equal("demo", (string?)announcement["workspace"]);
        Assert.Equal((0, "", ""), (exitCode, output, error));
        Assert.Empty(_temporary.EnumerateFileSystemInfos("bitbucket-sandbox-*"));
    }

    [Fact]
    public async Task Misbehaves_as_it_is_told()
    {
        using SandboxProcess process = Start("--announce-json", "--exit-with-stdin", "--fault", "status,status=555", "--rate-limit", "1", "--latency", "1");
        JsonNode announcement = JsonNode.Parse((await process.ReadLineAsync())!)!;
        using HttpClient http = new() { BaseAddress = new((string)announcement["baseUri"]!) };

        using HttpResponseMessage first = await http.GetAsync(new Uri("/2.0/user", UriKind.Relative), TestContext.Current.CancellationToken);
        using HttpResponseMessage second = await http.GetAsync(new Uri("/2.0/user", UriKind.Relative), TestContext.Current.CancellationToken);
        using HttpResponseMessage third = await http.GetAsync(new Uri("/2.0/user", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal((555, 401, 429), ((int)first.StatusCode, (int)second.StatusCode, (int)third.StatusCode));
    }

    [Fact]
    public async Task Tells_a_person_how_to_connect()
    {
        using SandboxProcess process = Start("--exit-with-stdin");
        string? first = await process.ReadLineAsync();
        process.CloseInput();

        (int exitCode, string rest, string _) = await process.EndAsync();
        string output = first + rest;

        Assert.Equal(0, exitCode);
        Assert.Contains("no server for real work", output, StringComparison.Ordinal);
        Assert.Contains("Connect-Bitbucket -Consumer $consumer -BaseUri http://127.0.0.1:", output, StringComparison.Ordinal);
        Assert.Contains("Connect-Bitbucket -OAuth1 -Consumer", output, StringComparison.Ordinal);
        Assert.Matches("git clone http://demo@127\\.0\\.0\\.1:[0-9]+/demo/website\\.git", output);
    }

    [Fact]
    public async Task Interrupt_ends_it_cleanly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal that can be sent to one process alone.");
        using SandboxProcess process = Start("--announce-json");
        await process.ReadLineAsync();
        Assert.SkipWhen(process.IgnoresInterrupts, "Interrupts are ignored here, as a shell has it for what it runs in the background.");
        using Process kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        (int exitCode, string _, string error) = await process.EndAsync();

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Empty(_temporary.EnumerateFileSystemInfos("bitbucket-sandbox-*"));
    }

    [Fact]
    public async Task Taken_port_is_named()
    {
        await using SandboxServer first = await SandboxServer.StartAsync(new(), TestContext.Current.CancellationToken);
        string port = first.BaseAddress.Port.ToString(CultureInfo.InvariantCulture);
        using SandboxProcess process = Start("--port", port);

        (int exitCode, string output, string error) = await process.EndAsync();

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains($"Port {port} ", error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
        Assert.Empty(_temporary.EnumerateFileSystemInfos("bitbucket-sandbox-*"));
    }

    [Theory]
    [InlineData("--surprise")]
    [InlineData("--port")]
    [InlineData("--port", "many")]
    [InlineData("--port", "70000")]
    [InlineData("--data")]
    [InlineData("--rate-limit", "0")]
    [InlineData("--rate-limit", "many")]
    [InlineData("--latency", "-1")]
    [InlineData("--fault")]
    [InlineData("--fault", "surprise")]
    public async Task Bad_argument_is_named(params string[] arguments)
    {
        using SandboxProcess process = Start(arguments);

        (int exitCode, string output, string error) = await process.EndAsync();

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains(arguments[0], error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_is_help()
    {
        using SandboxProcess process = Start("--help");

        (int exitCode, string output, string _) = await process.EndAsync();

        Assert.Equal(0, exitCode);
        Assert.StartsWith("Usage:", output, StringComparison.Ordinal);
        Assert.Contains("OAuth 2", output, StringComparison.Ordinal);
        Assert.Contains("git clone", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_folder_is_kept_and_used_again()
    {
        string data = Path.Combine(_temporary.FullName, "data");
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await using (SandboxServer first = await SandboxServer.StartAsync(new() { DataDirectory = data }, cancellationToken))
        {
            await Git.RunAsync(first.RepositoryPath("demo", "docs"), "branch", "kept", "main");
        }

        await using SandboxServer second = await SandboxServer.StartAsync(new() { DataDirectory = data }, cancellationToken);

        Assert.Equal(["kept", "main"], await Git.BranchesAsync(second.RepositoryPath("demo", "docs")));
    }

    [Fact]
    public async Task Seed_is_the_same_on_every_start()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await using SandboxServer first = await SandboxServer.StartAsync(new() { ExtraBranches = 3 }, cancellationToken);
        await using SandboxServer second = await SandboxServer.StartAsync(new(), cancellationToken);

        string[] more = await RefsAsync(first);
        string[] less = await RefsAsync(second);

        Assert.NotEqual(first.Consumer.Secret, second.Consumer.Secret);
        Assert.Equal(3, more.Except(less, StringComparer.Ordinal).Count());
        Assert.Empty(less.Except(more, StringComparer.Ordinal));
    }

    private static async Task<string[]> RefsAsync(SandboxServer server)
        => (await Git.RunAsync(server.RepositoryPath("demo", "website"), "for-each-ref")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private SandboxProcess Start(params string[] arguments) => new(_temporary.FullName, arguments);
}
