using System.Net;

namespace BitbucketPS.Sandbox.Tests;

public class CommitCommentTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Thread_keeps_the_shell_of_a_deleted_comment()
    {
        string comments = await CommentsAsync();
        Answer first = await sandbox.PostAsync(comments, """{"content": {"raw": "<b>Why</b>?"}, "inline": {"path": "README.md", "to": 3}}""");
        string id = first.Json["id"]!.ToString();
        Answer reply = await sandbox.PostAsync(comments, $$$"""{"content": {"raw": "Because."}, "parent": {"id": {{{id}}}}}""");

        await sandbox.DeleteAsync($"{comments}/{id}");
        Answer shell = await sandbox.GetAsync($"{comments}/{id}");

        Assert.Equal(id, reply.Json["parent"]!["id"]!.ToString());
        Assert.Equal("<p>&lt;b&gt;Why&lt;/b&gt;?</p>", (string?)first.Json["content"]!["html"]);
        Assert.Equal((true, ""), ((bool)shell.Json["deleted"]!, (string)shell.Json["content"]!["raw"]!));
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.DeleteAsync($"{comments}/{id}")).Status);
    }

    [Theory]
    [InlineData("""{"content": {"raw": "A"}, "type": "commit_comment"}""", "type")]
    [InlineData("""{"content": {"raw": ""}}""", "content.raw")]
    [InlineData("""{"content": {"raw": "A"}, "parent": {"id": 9999}}""", "parent.id")]
    [InlineData("""{"content": {"raw": "A"}, "inline": {"to": 1}}""", "inline.path")]
    public async Task Bad_comment_names_its_field(string json, string field)
    {
        Answer answer = await sandbox.PostAsync(await CommentsAsync(), json);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Json["error"]!["fields"]![field]);
    }

    [Fact]
    public async Task Comment_of_somebody_else_cannot_be_changed()
    {
        string comments = await CommentsAsync();
        Answer mine = await sandbox.PostAsync(comments, """{"content": {"raw": "Mine"}}""");
        string asha = "Bearer " + sandbox.Server.IssueAccessTokenFor("asha", TimeSpan.FromHours(1));

        Answer answer = await sandbox.SendAsync(
            "PUT", $"{comments}/{mine.Json["id"]}", asha, SandboxFixture.Json("""{"content": {"raw": "Hers"}}"""));

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal("Mine", (string?)(await sandbox.GetAsync($"{comments}/{mine.Json["id"]}")).Json["content"]!["raw"]);
    }

    private async Task<string> CommentsAsync()
        => $"/2.0/repositories/demo/api/commit/{(string)(await sandbox.GetAsync("/2.0/repositories/demo/api/refs/branches/main")).Json["target"]!["hash"]!}/comments";
}
