using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public class BranchWriteTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Branches = "/2.0/repositories/demo/api/refs/branches";

    [Theory]
    [InlineData("made/from-a-branch", "release/2.0")]
    [InlineData("made/größe%2F#+&'\"", "main")]
    public async Task New_branch_is_there_for_git(string name, string target)
    {
        Answer answer = await CreateAsync(name, target);

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal(name, (string?)answer.Json["name"]);
        Assert.Equal(await ParseAsync("refs/heads/" + target), await ParseAsync("refs/heads/" + name));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(12)]
    [InlineData(7)]
    public async Task Target_may_be_a_hash_or_the_start_of_one(int length)
    {
        string hash = await ParseAsync("refs/heads/main~2");

        Answer answer = await CreateAsync($"made/from-{length}-digits", hash[..length]);

        Assert.Equal(hash, (string?)answer.Json["target"]!["hash"]);
    }

    [Fact]
    public async Task Branch_that_exists_is_refused()
    {
        Answer answer = await CreateAsync("develop", "main");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("Branch \"develop\" already exists.", answer.Message);
        Assert.Equal("BRANCH_ALREADY_EXISTS", (string?)answer.Json["error"]!["data"]!["key"]);
    }

    [Fact]
    public async Task Branch_below_a_branch_is_refused()
        => Assert.Equal(HttpStatusCode.BadRequest, (await CreateAsync("develop/below", "main")).Status);

    [Theory]
    [InlineData("nowhere")]
    [InlineData("main~1")]
    [InlineData("HEAD")]
    [InlineData("--all")]
    [InlineData("0123456789012345678901234567890123456789")]
    [InlineData("main^{tree}")]
    public async Task Target_that_is_no_commit_is_refused(string target)
    {
        Answer answer = await CreateAsync("made/from-nothing", target);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Json["error"]!["fields"]!["target.hash"]);
    }

    [Theory]
    [InlineData("-d")]
    [InlineData("--all")]
    [InlineData("a..b")]
    [InlineData("a b")]
    [InlineData("a.lock")]
    [InlineData("HEAD")]
    [InlineData("/a")]
    [InlineData("a\u0000b")]
    [InlineData("refs/heads/a")]
    public async Task Name_that_git_forbids_is_refused(string name)
    {
        Answer answer = await CreateAsync(name, "main");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Json["error"]!["fields"]!["name"]);
    }

    [Theory]
    [InlineData("""{"name":"a","target":{"hash":"main"},"surprise":1}""", "surprise")]
    [InlineData("""{"name":"a","target":{"hash":"main","surprise":1}}""", "target.surprise")]
    [InlineData("""{"name":1,"target":{"hash":"main"}}""", "name")]
    [InlineData("""{"name":"a","target":"main"}""", "target")]
    [InlineData("""{"name":"a"}""", "target")]
    [InlineData("""{"target":{"hash":"main"}}""", "name")]
    [InlineData("""{"name":"","target":{"hash":"main"}}""", "name")]
    [InlineData("""{"name":"\ud800","target":{"hash":"main"}}""", "name")]
    public async Task Body_that_is_not_understood_names_the_field(string body, string field)
    {
        Answer answer = await sandbox.PostAsync(Branches, body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Json["error"]!["fields"]![field]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"name":"a","name":"b","target":{"hash":"main"}}""")]
    public async Task Body_that_is_no_object_is_refused(string body)
        => Assert.Equal(HttpStatusCode.BadRequest, (await sandbox.PostAsync(Branches, body)).Status);

    [Fact]
    public async Task Form_body_is_refused()
    {
        Answer answer = await sandbox.SendAsync("POST", Branches, sandbox.Bearer, SandboxFixture.Form("name=a"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task Deleted_branch_is_gone_for_git()
    {
        await CreateAsync("made/to-be/deleted", "main");

        Answer first = await sandbox.DeleteAsync(Branches + "/made/to-be%2Fdeleted");
        Answer second = await sandbox.DeleteAsync(Branches + "/made/to-be/deleted");

        Assert.Equal(HttpStatusCode.NoContent, first.Status);
        Assert.Empty(first.Text);
        Assert.Equal(HttpStatusCode.NotFound, second.Status);
        Assert.DoesNotContain("made/to-be/deleted", await Git.BranchesAsync(sandbox.Server.RepositoryPath("demo", "api")));
    }

    [Fact]
    public async Task Main_branch_cannot_be_deleted()
    {
        Answer answer = await sandbox.DeleteAsync(Branches + "/main");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("main branch", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writing_needs_its_scope()
    {
        string reader = "Bearer " + sandbox.Server.IssueAccessToken(TimeSpan.FromHours(1), "repository");

        Answer answer = await sandbox.SendAsync("DELETE", Branches + "/spike/graphql", reader);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal("repository:write", (string?)answer.Json["error"]!["detail"]!["required"]![0]);
        Assert.Equal("repository", (string?)answer.Json["error"]!["detail"]!["granted"]![0]);
    }

    [Fact]
    public async Task Writing_needs_a_person()
    {
        Answer answer = await sandbox.SendAsync("DELETE", "/2.0/repositories/demo/docs/refs/branches/main");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
    }

    private Task<Answer> CreateAsync(string name, string target)
    {
        JsonObject body = new() { ["name"] = name, ["target"] = new JsonObject { ["hash"] = target } };
        return sandbox.PostAsync(Branches, body.ToJsonString());
    }

    private async Task<string> ParseAsync(string revision)
        => (await Git.RunAsync(sandbox.Server.RepositoryPath("demo", "api"), "rev-parse", revision)).Trim();
}
