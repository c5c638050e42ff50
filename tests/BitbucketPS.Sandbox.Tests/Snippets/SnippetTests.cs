using System.Net;

namespace BitbucketPS.Sandbox.Tests;

public class SnippetTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Snippets = "/2.0/snippets/demo";

    [Theory]
    [InlineData("stranger", HttpStatusCode.Forbidden)]
    [InlineData("asha", HttpStatusCode.NoContent)]
    [InlineData("demo", HttpStatusCode.NoContent)]
    public async Task Comment_is_deleted_by_its_author_or_the_creator_of_the_snippet_only(string person, HttpStatusCode status)
    {
        string snippet = await MakeAsync();
        Answer made = await sandbox.SendAsync("POST", snippet + "/comments", sandbox.As("asha"), SandboxFixture.Json("""{"content": {"raw": "Mine"}}"""));
        string comment = $"{snippet}/comments/{made.Json["id"]}";

        Answer deleted = await sandbox.SendAsync("DELETE", comment, sandbox.As(person));

        Assert.Equal(status, deleted.Status);
        Assert.Equal(status is HttpStatusCode.NoContent ? HttpStatusCode.NotFound : HttpStatusCode.OK, (await sandbox.GetAsync(comment)).Status);
    }

    [Fact]
    public async Task Comment_of_one_snippet_is_none_of_another()
    {
        string[] snippets = [await MakeAsync(), await MakeAsync()];
        Answer first = await sandbox.PostAsync(snippets[0] + "/comments", """{"content": {"raw": "First"}}""");
        Answer second = await sandbox.PostAsync(snippets[1] + "/comments", """{"content": {"raw": "Second"}}""");

        Assert.NotEqual((int)first.Json["id"]!, (int)second.Json["id"]!);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.GetAsync($"{snippets[1]}/comments/{first.Json["id"]}")).Status);
    }

    [Fact]
    public async Task Link_of_a_file_leads_to_the_version_it_was_in()
    {
        string snippet = await MakeAsync();
        string link = (string)(await sandbox.GetAsync(snippet)).Json["files"]!["folder/a.txt"]!["links"]!["self"]!["href"]!;
        await WriteAsync("PUT", snippet, "second");

        Answer old = await sandbox.GetAsync(link[sandbox.Origin.Length..]);
        Answer now = await sandbox.GetAsync(snippet + "/files/folder/a.txt");

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Found), (old.Status, now.Status));
        Assert.Equal(("first", "second"), (await ReadAsync(old), await ReadAsync(now)));
    }

    [Theory]
    [InlineData("main")]
    [InlineData("HEAD")]
    [InlineData("0000000000000000000000000000000000000000")]
    public async Task Version_is_a_commit_that_there_is(string version)
    {
        string snippet = await MakeAsync();

        Answer deleted = await sandbox.DeleteAsync($"{snippet}/{version}");

        Assert.Equal(HttpStatusCode.NotFound, deleted.Status);
        Assert.Equal(HttpStatusCode.OK, (await sandbox.GetAsync(snippet)).Status);
    }

    [Fact]
    public async Task Snippet_without_a_workspace_goes_into_one_of_its_author()
    {
        Answer made = await sandbox.SendAsync("POST", "/2.0/snippets", sandbox.As("stranger"), SandboxFixture.Json("""{"title": "Mine"}"""));

        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Equal(HttpStatusCode.OK, (await sandbox.SendAsync("GET", made.Location.AbsolutePath, sandbox.As("stranger"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.GetAsync(made.Location.AbsolutePath)).Status);
    }

    private async Task<string> ReadAsync(Answer redirect) => (await sandbox.GetAsync(redirect.Location.AbsolutePath)).Text;

    private async Task<string> MakeAsync()
    {
        Answer made = await WriteAsync("POST", Snippets, "first");
        Assert.True(made.Status is HttpStatusCode.Created, made.Text);
        return made.Location.AbsolutePath;
    }

    private async Task<Answer> WriteAsync(string method, string target, string content)
    {
        using MultipartFormDataContent form = new() { { new StringContent("false"), "is_private" }, { new StringContent(content), "file", "folder/a.txt" } };
        return await sandbox.SendAsync(method, target, sandbox.Bearer, form);
    }
}
