namespace BitbucketPS.Sandbox.Tests;

/// <summary>Where a consumer with one registered address may send people to.</summary>
public class RedirectUriTests
{
    [Theory]
    [InlineData(
        "http://127.0.0.1",
        "http://127.0.0.1:49152/callback?x=1",
        "http://127.0.0.1")]
    [InlineData(
        "http://127.0.0.1/",
        "http://127.0.0.1:1/")]
    [InlineData(
        "http://localhost/cb",
        "http://localhost:49152/cb",
        "http://localhost:49152/cb/more",
        "http://localhost/cb?x=1")]
    [InlineData(
        "http://localhost/cb/",
        "http://localhost/cb/more")]
    [InlineData(
        "http://[::1]/cb",
        "http://[::1]:49152/cb")]
    [InlineData(
        "http://127.0.0.1:8976/cb",
        "http://127.0.0.1:8976/cb/more")]
    [InlineData(
        "http://127.0.0.1:80/cb",
        "http://127.0.0.1/cb")]
    [InlineData(
        "https://ci.example.org",
        "https://ci.example.org/any/path")]
    [InlineData(
        "https://ci.example.org/cb",
        "https://CI.example.org:443/cb")]
    [InlineData(
        "https://ci.example.org/cb?a=b",
        "https://ci.example.org/cb?a=b&c=d")]
    [InlineData(
        "app://sign-in/cb",
        "app://sign-in/cb/more")]
    public async Task Extension_is_accepted(string registered, params string[] requested)
    {
        await using SandboxFixture sandbox = await StartAsync(registered);
        foreach (string address in requested)
        {
            Answer answer = await new OAuth2Client(sandbox).DecideAsync("deny", ("redirect_uri", address));

            Assert.StartsWith(new Uri(address).AbsoluteUri, answer.Location.AbsoluteUri, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(
        "http://127.0.0.1",
        "https://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://127.0.0.1.evil.example/",
        "http://127.0.0.1@evil.example/",
        "http://evil.example@127.0.0.1/",
        "http://127.0.0.1/#fragment",
        "http://127.0.0.1/a b",
        "http://127.0.0.1/\r\nx: y",
        "//127.0.0.1/",
        "/callback",
        "javascript://127.0.0.1/%0aalert(1)",
        "file:///etc/passwd")]
    [InlineData(
        "http://127.0.0.1:8976",
        "http://127.0.0.1:8977/",
        "http://127.0.0.1/")]
    [InlineData(
        "http://127.0.0.1:80",
        "http://127.0.0.1:8976/")]
    [InlineData(
        "http://[::1]:80/",
        "http://[::1]:8976/")]
    [InlineData(
        "https://ci.example.org",
        "https://ci.example.org:8443/",
        "https://evil.ci.example.org/")]
    [InlineData(
        "http://localhost/cb",
        "http://localhost/",
        "http://localhost/cbevil",
        "http://localhost/CB",
        "http://localhost/cb/../evil",
        "http://localhost/cb/%2e%2e/evil",
        "http://localhost/cb/.%2E/evil",
        "http://localhost/cb\\..\\evil")]
    [InlineData(
        "http://localhost/cb/",
        "http://localhost/cb")]
    [InlineData(
        "https://ci.example.org/cb?a=b",
        "https://ci.example.org/cb",
        "https://ci.example.org/cb?a=bc",
        "https://ci.example.org/cb/more?a=b")]
    public async Task Anything_else_is_refused(string registered, params string[] requested)
    {
        await using SandboxFixture sandbox = await StartAsync(registered);
        foreach (string address in requested)
        {
            Answer page = await new OAuth2Client(sandbox).AuthoriseAsync(("redirect_uri", address));

            Assert.Contains("<h1>Invalid redirect_uri</h1>", page.Text, StringComparison.Ordinal);
            Assert.False(page.Headers.Contains("Location"), address);
        }
    }

    [Fact]
    public async Task Address_that_is_left_out_is_the_registered_one()
    {
        await using SandboxFixture sandbox = await StartAsync("https://ci.example.org/cb?a=b");
        OAuth2Client client = new(sandbox);

        Answer answer = await client.DecideAsync("approve", ("redirect_uri", null));
        string code = OAuth2Client.Parameter(answer.Location, "code")!;
        Answer tokens = await client.TokenAsync(("grant_type", "authorization_code"), ("code", code));

        Assert.StartsWith("https://ci.example.org/cb?a=b&code=", answer.Location.AbsoluteUri, StringComparison.Ordinal);
        Assert.NotEmpty((string)tokens.Json["access_token"]!);
    }

    [Fact]
    public async Task Consumer_without_address_is_told_by_a_page()
    {
        await using SandboxFixture sandbox = await StartAsync(registered: null);

        Answer page = await new OAuth2Client(sandbox).AuthoriseAsync();

        Assert.Contains("No callback uri defined for the OAuth client.", page.Text, StringComparison.Ordinal);
        Assert.False(page.Headers.Contains("Location"));
    }

    private static async Task<SandboxFixture> StartAsync(string? registered)
    {
        SandboxFixture sandbox = new() { Options = new() { ConsumerCallbackUri = registered is null ? null : new(registered) } };
        await sandbox.InitializeAsync();
        return sandbox;
    }
}
