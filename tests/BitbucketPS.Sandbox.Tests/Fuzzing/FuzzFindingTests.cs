using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>What the sandbox failed on once, found by <see cref="FuzzTests"/>.</summary>
public class FuzzFindingTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Theory]
    [InlineData("commits?path=%2F%2F", true)]
    [InlineData("commits?path=", true)]
    [InlineData("commits?path=..%2FREADME.md", false)]
    [InlineData("commits?path=src%2F.%2Fapp.ts", false)]
    [InlineData("commits?path=%2FREADME.md", true)]
    [InlineData("diffstat/develop?path=", true)]
    [InlineData("diffstat/develop?path=..", false)]
    [InlineData("diffstat/develop?path=..&path=%2F", true)]
    public async Task Path_that_git_does_not_take_is_one_all_the_same(string target, bool isSomething)
    {
        Answer answer = await sandbox.GetAsync("/2.0/repositories/demo/website/" + target);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(isSomething, answer.Json["values"]!.AsArray().Count > 0);
    }

    [Theory]
    [InlineData("path=", false)]
    [InlineData("path=..%2F", true)]
    public async Task Diff_of_such_a_path_is_whole_or_empty(string query, bool isEmpty)
    {
        Answer answer = await sandbox.GetAsync("/2.0/repositories/demo/website/diff/develop?" + query);

        Assert.Equal((HttpStatusCode.OK, isEmpty), (answer.Status, answer.Text.Length == 0));
    }

    [Theory]
    [InlineData("%2F")]
    [InlineData("a%2F%2Fb")]
    [InlineData("..%2Fa")]
    [InlineData(".git%2Fconfig")]
    [InlineData("a%00b")]
    public async Task Snippet_cannot_hold_what_is_no_path(string path)
    {
        Answer answer = await sandbox.SendAsync("POST", "/2.0/snippets", sandbox.Bearer, SandboxFixture.Form(path + "=text"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotEmpty(answer.Json["error"]!["fields"]!.AsObject());
    }

    // A dollar sign at the end of a pattern lets a newline pass.
    [Theory]
    [InlineData("POST", "repositories/demo/new%0A", """{"scm": "git", "project": {"key": "WEB"}}""")]
    [InlineData("POST", "workspaces/demo/projects", """{"key": "NEW\n", "name": "New"}""")]
    [InlineData("POST", "repositories/demo/website/pipelines_config/variables", """{"key": "NAME\n", "value": "1"}""")]
    public async Task Name_with_a_newline_at_its_end_is_none(string method, string target, string body)
    {
        Answer answer = await sandbox.SendAsync(method, "/2.0/" + target, sandbox.Bearer, SandboxFixture.Json(body));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Theory]
    [InlineData("Asha Rao <asha@example.org>", HttpStatusCode.Created)]
    [InlineData("Asha Rao>asha@example.org>", HttpStatusCode.BadRequest)]
    [InlineData("Asha <Rao> <asha@example.org>", HttpStatusCode.BadRequest)]
    [InlineData(" <asha@example.org>", HttpStatusCode.BadRequest)]
    [InlineData("Asha <>", HttpStatusCode.BadRequest)]
    public async Task Author_is_a_name_and_an_address(string author, HttpStatusCode expected)
    {
        string form = $"author={Uri.EscapeDataString(author)}&author.txt={Guid.NewGuid()}";

        Answer answer = await sandbox.SendAsync("POST", "/2.0/repositories/demo/website/src", sandbox.Bearer, SandboxFixture.Form(form));

        Assert.Equal(expected, answer.Status);
    }

    [Fact]
    public async Task Author_of_many_spaces_is_refused_at_once()
    {
        string form = $"author=A{new string('+', 200_000)}&author.txt=1";

        Answer answer = await sandbox.SendAsync("POST", "/2.0/repositories/demo/website/src", sandbox.Bearer, SandboxFixture.Form(form));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Theory]
    [InlineData("size > 1", false)]
    [InlineData("is_private = true", false)]
    [InlineData("created_on > 2020-01-01", false)]
    [InlineData("size = null", true)]
    public void Item_that_is_not_as_declared_has_no_value(string filter, bool matches)
    {
        JsonObject item = new() { ["size"] = "many", ["is_private"] = 7, ["created_on"] = new JsonObject() };

        Assert.Equal(matches, QueryParser.Parse(filter, FieldSchema.Of("repository"))(item));
    }

    [Fact]
    public void Number_that_is_very_large_can_be_filtered_by()
        => Assert.True(QueryParser.Parse("size > 1", FieldSchema.Of("repository"))(new() { ["size"] = 1e20 }));
}
