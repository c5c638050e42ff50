using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public sealed class StateTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Import_elsewhere_is_complete()
    {
        await sandbox.PostAsync("/2.0/repositories/demo/fresh", "{}");
        await sandbox.PostAsync("/2.0/repositories/demo/api/refs/branches", """{"name":"only/here","target":{"hash":"main"}}""");
        string state = (await sandbox.ControlAsync("GET", "/state")).Text;
        await using SandboxFixture other = new() { Options = new() { Seed = SandboxSeed.Empty } };
        await other.InitializeAsync();

        Answer imported = await other.ControlAsync("PUT", "/state", state);
        string again = (await other.ControlAsync("GET", "/state")).Text;

        Assert.Equal(HttpStatusCode.NoContent, imported.Status);
        Assert.Equal(WithoutPacks(state).ToJsonString(), WithoutPacks(again).ToJsonString());
        Assert.Equal("", await Git.RunAsync(other.Server.RepositoryPath("demo", "website"), "fsck", "--full", "--no-dangling"));
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/2.0/repositories/demo/api/refs/branches/only/here")).Status);
        Assert.Equal(HttpStatusCode.Found, (await other.GetAsync("/2.0/repositories/demo/api/pullrequests/1/diffstat")).Status);
        Assert.Equal(HttpStatusCode.OK, (await other.SendAsync("GET", "/2.0/user", SandboxFixture.BasicHeader(other.Server.ApiToken))).Status);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/2.0/repositories/demo/fresh/refs/branches")).Status);
    }

    [Fact]
    public async Task Snippets_and_downloads_travel_with_their_files()
    {
        using MultipartFormDataContent snippet = new() { { new StringContent("Travels"), "title" }, { new StringContent("in it"), "file", "note.txt" } };
        using MultipartFormDataContent download = new() { { new StringContent("beside it"), "files", "beside.txt" } };
        Answer made = await sandbox.SendAsync("POST", "/2.0/snippets/demo", sandbox.Bearer, snippet);
        await sandbox.SendAsync("POST", "/2.0/repositories/demo/docs/downloads", sandbox.Bearer, download);

        Answer imported = await sandbox.ControlAsync("PUT", "/state", (await sandbox.ControlAsync("GET", "/state")).Text);
        Answer file = await sandbox.GetAsync((await sandbox.GetAsync($"/2.0/snippets/demo/{made.Json["id"]}/files/note.txt")).Location.PathAndQuery);
        Answer beside = await sandbox.SendAsync("GET", (await sandbox.GetAsync("/2.0/repositories/demo/docs/downloads/beside.txt")).Location.PathAndQuery);

        Assert.True(imported.Status is HttpStatusCode.OK or HttpStatusCode.NoContent, imported.Text);
        Assert.Equal(("in it", "beside it"), (file.Text, beside.Text));
    }

    [Fact]
    public async Task Export_has_no_secret_of_the_sandbox()
    {
        string state = (await sandbox.ControlAsync("GET", "/state")).Text;

        Assert.All(
            new[] { sandbox.Server.Consumer.Secret, sandbox.Server.ApiToken.Token, sandbox.Server.ControlSecret },
            secret => Assert.DoesNotContain(secret, state, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"format\":\"bitbucket-sandbox-state\"", "\"format\":\"other\"", "format")]
    [InlineData("\"version\":1", "\"version\":2", "version")]
    [InlineData("\"kind\":\"Workspace\"", "\"kind\":\"Gadget\"", "Gadget")]
    [InlineData("\"kind\":\"Counter\"", "\"kind\":\"ConsumerKeys\"", "ConsumerKeys")]
    [InlineData("\"Slug\":\"website\"", "\"Slug\":null", "Slug")]
    [InlineData("\"Slug\":\"website\",", "", "Slug")]
    [InlineData("demo/website.git", "../website.git", "folder")]
    [InlineData("demo/website.git", "demo/../../website.git", "folder")]
    [InlineData("demo/website.git", "demo/api.git", "folder")]
    [InlineData("refs/heads/feature/dark-mode", "refs/heads/../../../config", "ref")]
    [InlineData("ref: refs/heads/main", "../../../etc/passwd", "HEAD")]
    [InlineData("\"folder\":\"demo/docs.git\"", "\"folder\":\"demo/gone.git\"", "gone.git")]
    [InlineData("\"pack\":\"UEFDSwAAAAIAAA", "\"pack\":\"UEFDSwAAAAIAAB", "not whole")]
    public async Task Bad_state_changes_nothing(string good, string bad, string text)
    {
        string before = (await sandbox.ControlAsync("GET", "/state")).Text;
        Assert.Contains(good, before, StringComparison.Ordinal);
        Answer answer = await sandbox.ControlAsync("PUT", "/state", before.Replace(good, bad, StringComparison.Ordinal));
        string after = (await sandbox.ControlAsync("GET", "/state")).Text;

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(text, (string)answer.Json["error"]!["detail"]!, StringComparison.Ordinal);
        Assert.Equal(WithoutPacks(before).ToJsonString(), WithoutPacks(after).ToJsonString());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"format\":")]
    [InlineData("")]
    public async Task What_is_no_state_is_refused(string text)
        => Assert.Equal(HttpStatusCode.BadRequest, (await sandbox.ControlAsync("PUT", "/state", text)).Status);

    [Fact]
    public async Task Import_outlives_a_restart()
    {
        string state = (await sandbox.ControlAsync("GET", "/state")).Text;
        using DataFolderFixture data = new();
        await data.RunAsync(new() { Seed = SandboxSeed.Empty }, async other =>
        {
            using MemoryStream stream = new(Encoding.UTF8.GetBytes(state));
            await other.Server.ImportAsync(stream, TestContext.Current.CancellationToken);
            await other.DeleteAsync("/2.0/repositories/demo/docs");
        });
        await data.RunAsync(async other =>
        {
            Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/2.0/repositories/demo/website/refs/branches")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync("/2.0/repositories/demo/docs")).Status);
        });

        Assert.Single(Directory.GetDirectories(data.Path));
    }

    private static JsonNode WithoutPacks(string state)
    {
        JsonNode json = JsonNode.Parse(state)!;
        foreach (JsonNode? repository in json["repositories"]!.AsArray())
        {
            repository!.AsObject().Remove("pack");
        }

        return json;
    }
}
