using System.Net;

namespace BitbucketPS.Sandbox.Tests;

public sealed class DeployKeyTests : IAsyncLifetime
{
    private const string Website = "/2.0/repositories/demo/website/deploy-keys";
    private const string Api = "/2.0/repositories/demo/api/deploy-keys";
    private const string Project = "/2.0/workspaces/demo/projects/WEB/deploy-keys";
    private const string Key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGUR3yM4JQ9jX8q8q0bQ0Zp5rJ8nT0w0YJq8Q0aJm0fN";

    private readonly SandboxFixture _sandbox = new();

    public ValueTask InitializeAsync() => _sandbox.InitializeAsync();

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Fact]
    public async Task Id_of_one_repository_is_none_of_another()
    {
        int id = (int)(await AddAsync(Website)).Json["id"]!;
        int other = (int)(await AddAsync(Api)).Json["id"]!;

        Assert.NotEqual(id, other);
        Assert.Equal(HttpStatusCode.NotFound, (await _sandbox.GetAsync($"{Api}/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _sandbox.DeleteAsync($"{Website}/{other}")).Status);
    }

    [Theory]
    [InlineData(Website, "owner", "access key to this repository.")]
    [InlineData(Project, "created_by", "access key to this project.")]
    public async Task Key_stays_that_of_who_added_it_and_is_added_once(string place, string property, string words)
    {
        Answer added = await AddAsync(place);
        Answer again = await AddAsync(place);
        string token = _sandbox.Server.IssueWorkspaceToken("demo", TimeSpan.FromHours(1));

        Answer seen = await _sandbox.SendAsync("GET", $"{place}/{added.Json["id"]}", "Bearer " + token);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (again.Status, seen.Status));
        Assert.EndsWith(words, (string?)again.Json["error"]!["fields"]!["key"]![0], StringComparison.Ordinal);
        Assert.Equal("demo", (string?)seen.Json[property]!["nickname"]);
        Assert.Null(seen.Json["added_by"]);
    }

    [Theory]
    [InlineData("bogus AAAABWJvZ3Vz")]
    [InlineData("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5")]
    [InlineData("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGUR3yM4")]
    [InlineData("ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIGUR3yM4JQ9jX8q8q0bQ0Zp5rJ8nT0w0YJq8Q0aJm0fN")]
    [InlineData(Key + "\\nssh-ed25519 AAAA")]
    public async Task What_is_no_key_is_refused(string key)
    {
        Answer answer = await _sandbox.PostAsync(Website, $$"""{"key": "{{key}}"}""");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Json["error"]!["fields"]!["key"]);
    }

    [Fact]
    public async Task Key_of_one_person_is_not_registered_by_another()
    {
        string mine = $"/2.0/users/{Uri.EscapeDataString(await _sandbox.UuidAsync("demo"))}/ssh-keys";
        string theirs = $"/2.0/users/{Uri.EscapeDataString(await _sandbox.UuidAsync("asha"))}/ssh-keys";
        Answer added = await AddAsync(mine);

        Answer again = await AddAsync(mine);
        Answer taken = await _sandbox.SendAsync("POST", theirs, _sandbox.As("asha"), SandboxFixture.Json($$"""{"key": "{{Key}} other comment"}"""));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (added.Status, again.Status, taken.Status));
        Assert.Equal("Someone has already registered that SSH key.", (string?)taken.Json["error"]!["fields"]!["key"]![0]);
    }

    private Task<Answer> AddAsync(string place) => _sandbox.PostAsync(place, $$"""{"key": "{{Key}} me@here"}""");
}
