using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public class CommitListTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Api = "/2.0/repositories/demo/api";

    [Fact]
    public async Task Pages_lead_through_all_commits_without_a_size()
    {
        List<string> hashes = [];
        string? next = Api + "/commits/main?pagelen=10";
        while (next is not null)
        {
            Answer page = await sandbox.GetAsync(next);
            Assert.Null(page.Json["size"]);
            Assert.Null(page.Json["page"]);
            hashes.AddRange(page.Json["values"]!.AsArray().Select(commit => (string)commit!["hash"]!));
            next = ((string?)page.Json["next"])?[sandbox.Origin.Length..];
        }

        // 25 of main and the one that was merged.
        Assert.Equal(26, hashes.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("GET", "?include=develop&exclude=main", "")]
    [InlineData("POST", "", "include=develop&exclude=main")]
    [InlineData("POST", "/develop", "exclude=main")]
    public async Task Only_what_one_branch_has_and_the_other_has_not(string method, string more, string form)
    {
        using HttpContent? content = method is "POST" ? SandboxFixture.Form(form) : null;

        Answer answer = await sandbox.SendAsync(method, $"{Api}/commits{more}", sandbox.Bearer, content);

        Assert.Equal(["Start develop\n"], answer.Json["values"]!.AsArray().Select(commit => (string)commit!["message"]!));
    }

    // The service puts what was sent into the link, so that it can be followed without sending it again.
    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Link_to_the_next_page_stands_for_the_form_of_the_first(string method)
    {
        JsonNode whole = (await sandbox.GetAsync(Api + "/commits?include=main&exclude=release/1.0&path=src&pagelen=100")).Json;
        using HttpContent form = SandboxFixture.Form("include=main&exclude=release%2F1.0&path=src");
        Answer page = await sandbox.SendAsync("POST", Api + "/commits?pagelen=1", sandbox.Bearer, form);
        List<string> hashes = [.. Hashes(page.Json)];

        while (page.Json["next"] is { } next)
        {
            page = await sandbox.SendAsync(method, ((string)next!)[sandbox.Origin.Length..], sandbox.Bearer);
            hashes.AddRange(Hashes(page.Json));
        }

        Assert.True(hashes.Count > 2, "There is nothing to page through.");
        Assert.Equal(Hashes(whole), hashes);
    }

    [Theory]
    [InlineData("include=main&surprise=1", "application/x-www-form-urlencoded")]
    [InlineData("path=a&path=b", "application/x-www-form-urlencoded")]
    [InlineData("include=develop&exclude=main", "text/plain")]
    [InlineData("<include>main</include>", "application/xml")]
    public async Task Body_that_would_be_overlooked_is_refused(string body, string type)
    {
        using StringContent content = new(body, System.Text.Encoding.ASCII, type);

        Assert.Equal(HttpStatusCode.BadRequest, (await sandbox.SendAsync("POST", Api + "/commits", sandbox.Bearer, content)).Status);
    }

    [Fact]
    public async Task Link_that_nobody_was_given_is_refused()
        => Assert.Equal("Invalid ctx", (await sandbox.GetAsync(Api + "/commits?ctx=0123456789abcdef0123456789abcdef&page=2")).Message);

    [Fact]
    public async Task Path_leaves_the_commits_that_changed_it()
    {
        Answer answer = await sandbox.GetAsync(Api + "/commits/main?path=src/Orders.cs&pagelen=100");

        Assert.InRange(answer.Json["values"]!.AsArray().Count, 4, 6);
    }

    [Theory]
    [InlineData("/commits/nothing")]
    [InlineData("/commit/0123456789012345678901234567890123456789")]
    [InlineData("/commits?exclude=nothing")]
    public async Task Unknown_commit_is_not_found(string path)
    {
        Answer answer = await sandbox.GetAsync(Api + path);

        Assert.Equal((HttpStatusCode.NotFound, "Commit not found"), (answer.Status, answer.Message));
    }

    [Theory]
    [InlineData("/1.0/repositories/demo/empty/branches", "{}")]
    [InlineData("/2.0/repositories/demo/empty/commits", null)]
    [InlineData("/2.0/repositories/demo/empty/refs", null)]
    public async Task Empty_repository_has_none(string path, string? text)
    {
        await sandbox.PostAsync("/2.0/repositories/demo/empty", "{}");

        Answer answer = await sandbox.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(text ?? answer.Text, answer.Text);
        Assert.True(text is not null || answer.Json["values"]!.AsArray().Count == 0);
    }

    [Fact]
    public async Task Approval_is_seen_and_taken_back()
    {
        string commit = Api + "/commit/" + (string)(await sandbox.GetAsync(Api + "/refs/branches/develop")).Json["target"]!["hash"]!;

        await sandbox.SendAsync("POST", commit + "/approve", sandbox.Bearer);
        Answer approved = await sandbox.GetAsync(commit);
        Answer removed = await sandbox.DeleteAsync(commit + "/approve");
        Answer again = await sandbox.DeleteAsync(commit + "/approve");

        Assert.Equal("approved", (string?)approved.Json["participants"]![0]!["state"]);
        Assert.Equal(HttpStatusCode.NoContent, removed.Status);
        Assert.Equal(HttpStatusCode.NotFound, again.Status);
        Assert.Empty((await sandbox.GetAsync(commit)).Json["participants"]!.AsArray());
    }

    private static IEnumerable<string> Hashes(JsonNode page) => page["values"]!.AsArray().Select(commit => (string)commit!["hash"]!);
}
