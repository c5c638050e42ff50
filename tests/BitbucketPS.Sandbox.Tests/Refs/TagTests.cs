using System.Net;

namespace BitbucketPS.Sandbox.Tests;

public class TagTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Tags = "/2.0/repositories/demo/api/refs/tags";

    [Fact]
    public async Task Tag_that_was_made_is_there_for_git_too_until_it_is_deleted()
    {
        Answer created = await sandbox.PostAsync(Tags, """{"name": "v1/größe", "target": {"hash": "main"}, "message": "One\n"}""");
        string inGit = await Git.RunAsync(sandbox.Server.RepositoryPath("demo", "api"), "cat-file", "-t", "refs/tags/v1/größe");

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Equal("Dana Demo <demo@example.org>", (string?)created.Json["tagger"]!["raw"]);
        Assert.Equal("tag", inGit.Trim());
        Assert.Equal(HttpStatusCode.NoContent, (await sandbox.DeleteAsync(Tags + "/v1/gr%C3%B6%C3%9Fe")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.GetAsync(Tags + "/v1/gr%C3%B6%C3%9Fe")).Status);
    }

    [Fact]
    public async Task Light_tag_has_neither_message_nor_date()
    {
        await Git.RunAsync(sandbox.Server.RepositoryPath("demo", "api"), "tag", "light", "main");

        Answer answer = await sandbox.GetAsync(Tags + "/light");

        Assert.True(answer.Json.AsObject().ContainsKey("message"));
        Assert.Null(answer.Json["message"]);
        Assert.Null(answer.Json["date"]);
        Assert.Null(answer.Json["tagger"]);
    }

    [Fact]
    public async Task Old_tag_that_says_nobody_made_it_has_no_tagger()
    {
        string path = sandbox.Server.RepositoryPath("demo", "api");
        string head = (await Git.RunAsync(path, "rev-parse", "main")).Trim();
        GitResult tag = await GitCommand.RunOrThrowAsync(
            [$"--git-dir={path}", "hash-object", "-t", "tag", "-w", "--literally", "--stdin"],
            input => input.WriteAsync(System.Text.Encoding.UTF8.GetBytes($"object {head}\ntype commit\ntag old\n\nFirst\n")).AsTask(),
            TestContext.Current.CancellationToken);
        await Git.RunAsync(path, "update-ref", "refs/tags/old", tag.Text.Trim());

        Answer answer = await sandbox.GetAsync(Tags + "/old");

        Assert.Equal("First\n", (string?)answer.Json["message"]);
        Assert.Null(answer.Json["tagger"]);
        Assert.Null(answer.Json["date"]);
    }

    [Theory]
    [InlineData("taken", "TAG_ALREADY_EXISTS")]
    [InlineData("taken/inside", "TAG_NAME_CONFLICT")]
    public async Task Tag_that_cannot_be_made_says_why(string name, string key)
    {
        await Git.RunAsync(sandbox.Server.RepositoryPath("demo", "api"), "tag", "--force", "taken", "main");

        Answer answer = await sandbox.PostAsync(Tags, $$$"""{"name": "{{{name}}}", "target": {"hash": "main"}}""");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(key, (string?)answer.Json["error"]!["data"]!["key"]);
    }

    [Theory]
    [InlineData("""{"name": "a..b", "target": {"hash": "main"}}""", "name")]
    [InlineData("""{"name": "v2", "target": {"hash": "nothing"}}""", "target.hash")]
    [InlineData("""{"name": "v2"}""", "target")]
    public async Task Bad_tag_names_its_field(string json, string field)
    {
        Answer answer = await sandbox.PostAsync(Tags, json);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Json["error"]!["fields"]![field]);
    }

    [Fact]
    public async Task Names_sort_their_digits_as_numbers()
    {
        foreach (string name in new[] { "n9", "n10", "n8" })
        {
            await sandbox.PostAsync(Tags, $$$"""{"name": "{{{name}}}", "target": {"hash": "main"}}""");
        }

        Answer answer = await sandbox.GetAsync(Tags + "?sort=-name&q=name~%22n%22%20AND%20message%20~%20%22n%22");

        Assert.Equal(["n10", "n9", "n8"], answer.Names.Where(name => name[0] == 'n'));
    }
}
