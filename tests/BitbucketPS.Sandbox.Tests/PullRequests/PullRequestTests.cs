using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public class PullRequestTests(PullRequestFixture sandbox) : IClassFixture<PullRequestFixture>
{
    private const string Api = PullRequestFixture.Api;

    [Fact]
    public async Task Reviewers_that_are_left_out_of_a_change_are_gone()
    {
        string path = await sandbox.OpenAsync(await sandbox.BranchAsync(), $$$""", "reviewers": [{"uuid": "{{{PullRequestFixture.Uuid("asha")}}}"}]""");
        Answer opened = await sandbox.GetAsync(path);

        await sandbox.PutAsync(path, """{"title": "Another title"}""");
        Answer changed = await sandbox.GetAsync(path);

        Assert.Equal(PullRequestFixture.Uuid("asha"), (string?)Assert.Single(opened.Json["reviewers"]!.AsArray())!["uuid"]);
        Assert.Equal("Another title", (string?)changed.Json["title"]);
        Assert.Empty(changed.Json["reviewers"]!.AsArray());
    }

    [Theory]
    [InlineData("demo")]
    [InlineData("stranger")]
    [InlineData("{00000000-0000-0000-0000-000000000000}")]
    public async Task Reviewer_who_cannot_be_one_is_named(string who)
    {
        string uuid = who switch { "demo" => PullRequestFixture.Uuid("demo"), "stranger" => SeedPeople.Stranger.Uuid, _ => who };
        string branch = await sandbox.BranchAsync();

        Answer answer = await sandbox.PostAsync(
            Api + "/pullrequests", $$$"""{"title": "T", "source": {"branch": {"name": "{{{branch}}}"}}, "reviewers": [{"uuid": "{{{uuid}}}"}]}""");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Json["error"]!["fields"]!["reviewers"]);
        Assert.DoesNotContain(branch, (await sandbox.GetAsync(Api + "/pullrequests?pagelen=50")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Member_who_cannot_see_the_repository_cannot_review_it()
    {
        await sandbox.PostAsync("/2.0/workspaces/demo/projects", """{"key": "ALONE", "name": "For the owner alone"}""");
        await sandbox.PostAsync("/2.0/repositories/demo/alone", """{"project": {"key": "ALONE"}}""");
        foreach (string branch in (string[])["main", "topic"])
        {
            using MultipartFormDataContent form = new() { { new StringContent(branch), "branch" }, { new StringContent(branch), "a.txt", "a.txt" } };
            await sandbox.SendAsync("POST", "/2.0/repositories/demo/alone/src", sandbox.Bearer, form);
        }

        Answer answer = await sandbox.PostAsync(
            "/2.0/repositories/demo/alone/pullrequests",
            $$$"""{"title": "T", "source": {"branch": {"name": "topic"}}, "reviewers": [{"uuid": "{{{PullRequestFixture.Uuid("asha")}}}"}]}""");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.EndsWith("does not have access to view this pull request.", (string)answer.Json["error"]!["fields"]!["reviewers"]![0]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Destination_that_is_the_source_or_holds_it_is_refused()
    {
        string branch = await sandbox.BranchAsync();
        string further = await sandbox.BranchAsync("further.txt", from: branch);
        string path = await sandbox.OpenAsync(branch);

        Answer itself = await sandbox.PutAsync(path, $$$$"""{"destination": {"branch": {"name": "{{{{branch}}}}"}}}""");
        Answer nothing = await sandbox.PutAsync(path, $$$$"""{"destination": {"branch": {"name": "{{{{further}}}}"}}}""");

        Assert.Equal("source branch and destination branch must be different", itself.Message);
        Assert.Equal("There are no changes to be pulled", nothing.Message);
        Assert.Equal("main", (string?)(await sandbox.GetAsync(path)).Json["destination"]!["branch"]!["name"]);
    }

    [Fact]
    public async Task Destination_that_is_gone_is_said_and_not_guessed_at()
    {
        await sandbox.PostAsync(Api + "/refs/branches", """{"name": "going", "target": {"hash": "main"}}""");
        string path = await sandbox.OpenAsync(await sandbox.BranchAsync(), """, "destination": {"branch": {"name": "going"}}""");
        await sandbox.DeleteAsync(Api + "/refs/branches/going");

        Assert.Null((await sandbox.GetAsync(path)).Json["destination"]!["commit"]);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.GetAsync(path + "/commits")).Status);
        Assert.Equal("branch not found: going", (string?)(await sandbox.PostAsync(path + "/merge", "{}")).Json["error"]!["fields"]!["destination.branch"]![0]);
    }

    [Theory]
    [InlineData("activity")]
    [InlineData("commits")]
    public async Task Pages_of_what_it_holds_lead_from_one_to_the_next(string part)
    {
        string branch = await sandbox.BranchAsync();
        await sandbox.WriteAsync(branch, "second.txt", "2\n");
        string path = await sandbox.OpenAsync(branch);
        await sandbox.PutAsync(path, """{"title": "Another title"}""");
        int whole = (await sandbox.GetAsync($"{path}/{part}")).Json["values"]!.AsArray().Count;

        int walked = 0;
        for (string? next = $"{path}/{part}?pagelen=1"; next is not null;)
        {
            Answer page = await sandbox.GetAsync(next);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            walked += page.Json["values"]!.AsArray().Count;
            next = (string?)page.Json["next"] is { } link ? new Uri(link).PathAndQuery : null;
        }

        Assert.True(whole > 1, $"{whole}");
        Assert.Equal(whole, walked);
    }

    [Fact]
    public async Task Second_one_for_a_branch_is_the_first_one_changed()
    {
        string branch = await sandbox.BranchAsync();
        string first = await sandbox.OpenAsync(branch);

        Answer second = await sandbox.PostAsync(Api + "/pullrequests", $$$$"""{"title": "Second", "source": {"branch": {"name": "{{{{branch}}}}"}}}""");

        Assert.EndsWith($"/{second.Json["id"]}", first, StringComparison.Ordinal);
        Assert.Equal("Second", (string?)(await sandbox.GetAsync(first)).Json["title"]);
    }

    [Theory]
    [InlineData("""{"title": "T", "source": {"branch": {"name": "nothing"}}}""", "There is no such branch.")]
    [InlineData("""{"title": "T", "source": {"branch": {"name": "main"}}}""", "source branch and destination branch must be different")]
    [InlineData("""{"title": "T", "source": {"branch": {"name": "main"}}, "destination": {"branch": {"name": "develop"}}}""", null)]
    [InlineData("""{"title": "", "source": {"branch": {"name": "develop"}}}""", "Bad request")]
    [InlineData("""{"title": "T", "source": {"branch": {"name": "develop"}}, "surprise": 1}""", "Bad request")]
    public async Task Bad_one_is_refused(string json, string? message)
    {
        Answer answer = await sandbox.PostAsync(Api + "/pullrequests", json);

        Assert.Equal(message is null ? HttpStatusCode.Created : HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(message, message is null ? null : answer.Message);
    }

    [Fact]
    public async Task Branch_without_changes_has_nothing_to_pull()
    {
        await sandbox.PostAsync(Api + "/refs/branches", """{"name": "same", "target": {"hash": "main"}}""");

        Answer answer = await sandbox.PostAsync(Api + "/pullrequests", """{"title": "T", "source": {"branch": {"name": "same"}}}""");

        Assert.Equal((HttpStatusCode.BadRequest, "There are no changes to be pulled"), (answer.Status, answer.Message));
    }

    [Fact]
    public async Task List_has_open_ones_without_people_unless_asked()
    {
        string open = await sandbox.OpenAsync(await sandbox.BranchAsync(), $$$""", "reviewers": [{"uuid": "{{{PullRequestFixture.Uuid("mei")}}}"}]""");
        string declined = await sandbox.OpenAsync(await sandbox.BranchAsync());
        await sandbox.SendAsync("POST", declined + "/decline", sandbox.Bearer);

        string[] usual = await IdsAsync("?pagelen=50");
        string[] both = await IdsAsync("?state=OPEN&state=DECLINED&pagelen=50");
        JsonNode plain = (await sandbox.GetAsync(Api + "/pullrequests?pagelen=50")).Json["values"]![0]!;
        JsonArray asked = (await sandbox.GetAsync($"{Api}/pullrequests?pagelen=50&fields=%2Bvalues.reviewers")).Json["values"]!.AsArray();

        Assert.Contains(Id(open), usual);
        Assert.DoesNotContain(Id(declined), usual);
        Assert.Contains(Id(declined), both);
        Assert.Null(plain["reviewers"]);
        Assert.Contains(asked, item => item!["reviewers"]!.AsArray().Any(person => PullRequestFixture.Uuid("mei").Equals((string?)person!["uuid"], StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Filter_makes_the_states_mean_nothing()
    {
        string declined = await sandbox.OpenAsync(await sandbox.BranchAsync());
        await sandbox.SendAsync("POST", declined + "/decline", sandbox.Bearer);

        Assert.Contains(Id(declined), await IdsAsync("?state=OPEN&q=state%20%3D%20%22DECLINED%22&pagelen=50"));
    }

    [Theory]
    [InlineData("reviewers.uuid", HttpStatusCode.OK)]
    [InlineData("participants.user.uuid", HttpStatusCode.BadRequest)]
    public async Task Filter_knows_reviewers_and_no_participants(string field, HttpStatusCode status)
        => Assert.Equal(status, (await sandbox.GetAsync($"{Api}/pullrequests?q={field}%3D%22x%22")).Status);

    [Fact]
    public async Task Page_is_50_at_most()
    {
        Answer answer = await sandbox.GetAsync(Api + "/pullrequests?pagelen=51");

        Assert.Equal((HttpStatusCode.BadRequest, "Invalid pagelen"), (answer.Status, answer.Message));
    }

    [Fact]
    public async Task Source_is_where_git_has_it_and_only_12_digits_long()
    {
        string branch = await sandbox.BranchAsync();
        string path = await sandbox.OpenAsync(branch);
        string before = (string)(await sandbox.GetAsync(path)).Json["source"]!["commit"]!["hash"]!;

        await sandbox.WriteAsync(branch, "more.txt", "more\n");
        string after = (string)(await sandbox.GetAsync(path)).Json["source"]!["commit"]!["hash"]!;

        Assert.Equal((12, 12), (before.Length, after.Length));
        Assert.NotEqual(before, after);
    }

    [Fact]
    public async Task Declining_is_an_act_of_its_own_and_keeps_its_reason()
    {
        string path = await sandbox.OpenAsync(await sandbox.BranchAsync());

        await sandbox.PostAsync(path + "/decline", """{"message": "Not now"}""");
        Answer declined = await sandbox.GetAsync(path);
        Answer again = await sandbox.SendAsync("POST", path + "/decline", sandbox.Bearer);
        Answer changed = await sandbox.PutAsync(path, """{"title": "T"}""");

        Assert.Equal(("DECLINED", "Not now"), ((string)declined.Json["state"]!, (string)declined.Json["reason"]!));
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (again.Status, changed.Status));
        Assert.Equal("This pull request is already closed.", (string?)again.Json["error"]!["fields"]!["newstatus"]![0]);
        Assert.Equal("Can only update an open pull request.", changed.Message);
    }

    [Fact]
    public async Task One_from_a_fork_shows_its_repository_until_that_is_deleted()
    {
        string fork = $"fork-{Guid.NewGuid():N}"[..16];
        await sandbox.PostAsync("/2.0/repositories/demo/docs/forks", $$$"""{"name": "{{{fork}}}", "workspace": {"slug": "demo"}}""");
        using MultipartFormDataContent form = new() { { new StringContent("topic"), "branch" }, { new StringContent("new"), "new.md", "new.md" } };
        await sandbox.SendAsync("POST", $"/2.0/repositories/demo/{fork}/src", sandbox.Bearer, form);
        Answer opened = await sandbox.PostAsync(
            "/2.0/repositories/demo/docs/pullrequests",
            $$$$"""{"title": "From a fork", "source": {"branch": {"name": "topic"}, "repository": {"full_name": "demo/{{{{fork}}}}"}}}""");
        string path = $"/2.0/repositories/demo/docs/pullrequests/{opened.Json["id"]}";
        Answer diff = await sandbox.GetAsync((await sandbox.GetAsync(path + "/diff")).Location.PathAndQuery);

        await sandbox.DeleteAsync($"/2.0/repositories/demo/{fork}");
        Answer orphan = await sandbox.GetAsync(path);

        Assert.Equal($"demo/{fork}", (string?)opened.Json["source"]!["repository"]!["full_name"]);
        Assert.Contains("new.md", diff.Text, StringComparison.Ordinal);
        Assert.Null(orphan.Json["source"]!["repository"]);
        Assert.Null(orphan.Json["source"]!["commit"]);
        Assert.Equal("topic", (string?)orphan.Json["source"]!["branch"]!["name"]);
    }

    private static string Id(string path) => path.Split('/')[^1];

    private async Task<string[]> IdsAsync(string query)
        => [.. (await sandbox.GetAsync(Api + "/pullrequests" + query)).Json["values"]!.AsArray().Select(item => item!["id"]!.ToString())];
}
