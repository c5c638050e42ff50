using System.Net;

namespace BitbucketPS.Sandbox.Tests;

public class PullRequestMergeTests(PullRequestFixture sandbox) : IClassFixture<PullRequestFixture>
{
    private const string Api = PullRequestFixture.Api;

    [Theory]
    [InlineData("merge_commit", 2)]
    [InlineData("squash", 1)]
    [InlineData("rebase_fast_forward", 1)]
    [InlineData("rebase_merge", 2)]
    public async Task Merge_moves_the_destination_and_says_all_digits_once(string strategy, int parents)
    {
        string branch = await sandbox.BranchAsync($"{strategy}.txt");
        string path = await sandbox.OpenAsync(branch);

        Answer merged = await sandbox.PostAsync(path + "/merge", $$"""{"merge_strategy": "{{strategy}}", "close_source_branch": true}""");

        string hash = (string)merged.Json["merge_commit"]!["hash"]!;
        Answer later = await sandbox.GetAsync(path);
        Answer main = await sandbox.GetAsync(Api + "/refs/branches/main");
        Assert.Equal((40, hash), (hash.Length, (string)main.Json["target"]!["hash"]!));
        Assert.Equal(("MERGED", hash[..12]), ((string)later.Json["state"]!, (string)later.Json["merge_commit"]!["hash"]!));
        Assert.Equal(parents, main.Json["target"]!["parents"]!.AsArray().Count);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.GetAsync($"{Api}/refs/branches/{branch}")).Status);
        Assert.Equal("new\n", (await sandbox.GetAsync($"{Api}/src/main/{strategy}.txt")).Text);
    }

    [Fact]
    public async Task Conflict_leaves_everything_as_it_was_and_is_listed()
    {
        string first = await sandbox.OpenAsync(await sandbox.BranchAsync("same.txt", "one\n"));
        string second = await sandbox.OpenAsync(await sandbox.BranchAsync("same.txt", "two\n"));
        await sandbox.SendAsync("POST", first + "/merge", sandbox.Bearer);
        string before = (await sandbox.GetAsync(Api + "/refs/branches/main")).Text;

        Answer answer = await sandbox.SendAsync("POST", second + "/merge", sandbox.Bearer);
        Answer conflicts = await sandbox.GetAsync((await sandbox.GetAsync(second + "/conflicts")).Location.PathAndQuery);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("OPEN", (string?)(await sandbox.GetAsync(second)).Json["state"]);
        Assert.Equal(before, (await sandbox.GetAsync(Api + "/refs/branches/main")).Text);
        Assert.Equal("same.txt", (string?)Assert.Single(conflicts.Json["values"]!.AsArray())!["path"]);
    }

    [Fact]
    public async Task Merge_that_is_not_waited_for_is_pending_until_the_clock_has_moved()
    {
        string path = await sandbox.OpenAsync(await sandbox.BranchAsync("async.txt"));

        Answer accepted = await sandbox.SendAsync("POST", path + "/merge?async=true", sandbox.Bearer);
        Answer pending = await sandbox.GetAsync(accepted.Location.AbsolutePath);
        Answer others = await sandbox.SendAsAsync("asha", "GET", accepted.Location.AbsolutePath);
        Answer unknown = await sandbox.GetAsync(path + "/merge/task-status/nothing");
        sandbox.Clock.Advance(TimeSpan.FromSeconds(3));
        Answer done = await sandbox.GetAsync(accepted.Location.AbsolutePath);

        Assert.Equal((HttpStatusCode.Accepted, "PENDING"), (accepted.Status, (string)pending.Json["task_status"]!));
        Assert.Equal(("SUCCESS", "MERGED"), ((string)done.Json["task_status"]!, (string)done.Json["merge_result"]!["state"]!));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.BadRequest), (others.Status, unknown.Status));
    }

    [Fact]
    public async Task Merge_that_fails_later_says_why()
    {
        string first = await sandbox.OpenAsync(await sandbox.BranchAsync("late.txt", "one\n"));
        string second = await sandbox.OpenAsync(await sandbox.BranchAsync("late.txt", "two\n"));
        await sandbox.SendAsync("POST", first + "/merge", sandbox.Bearer);

        Answer accepted = await sandbox.SendAsync("POST", second + "/merge?async=true", sandbox.Bearer);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(3));
        Answer failed = await sandbox.GetAsync(accepted.Location.AbsolutePath);

        Assert.Equal(HttpStatusCode.BadRequest, failed.Status);
        Assert.Contains("conflicts", failed.Message, StringComparison.Ordinal);
        Assert.Equal("OPEN", (string?)(await sandbox.GetAsync(second)).Json["state"]);
    }

    [Fact]
    public async Task Stranger_and_reader_cannot_merge()
    {
        string path = await sandbox.OpenAsync(await sandbox.BranchAsync("guarded.txt"));

        Answer stranger = await sandbox.SendAsAsync("stranger", "POST", path + "/merge");

        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        Assert.Equal("OPEN", (string?)(await sandbox.GetAsync(path)).Json["state"]);
    }

    [Fact]
    public async Task Checks_hold_where_they_are_enforced()
    {
        string branch = await sandbox.BranchAsync("checked.txt");
        await sandbox.PostAsync(Api + "/refs/branches", """{"name": "guarded", "target": {"hash": "main"}}""");
        string path = await sandbox.OpenAsync(branch, """, "destination": {"branch": {"name": "guarded"}}""");
        foreach (string kind in new[] { "require_approvals_to_merge", "enforce_merge_checks", "require_tasks_to_be_completed" })
        {
            string value = kind is "require_approvals_to_merge" ? ", \"value\": 1" : "";
            Answer made = await sandbox.PostAsync(
                Api + "/branch-restrictions", $$"""{"kind": "{{kind}}", "branch_match_kind": "glob", "pattern": "guarded"{{value}}}""");
            Assert.True(made.Status is HttpStatusCode.Created, made.Text);
        }

        Answer withoutApproval = await sandbox.SendAsync("POST", path + "/merge", sandbox.Bearer);
        await sandbox.SendAsAsync("asha", "POST", path + "/approve");
        Answer task = await sandbox.PostAsync(path + "/tasks", """{"content": {"raw": "Do it"}}""");
        Answer withTask = await sandbox.SendAsync("POST", path + "/merge", sandbox.Bearer);
        await sandbox.PutAsync($"{path}/tasks/{task.Json["id"]}", """{"state": "RESOLVED"}""");
        Answer good = await sandbox.SendAsync("POST", path + "/merge", sandbox.Bearer);

        Assert.Contains("approvals", (string)withoutApproval.Json["error"]!["detail"]!, StringComparison.Ordinal);
        Assert.Contains("tasks", (string)withTask.Json["error"]!["detail"]!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, good.Status);
    }

    [Fact]
    public async Task Branch_of_a_fork_is_closed_by_nobody_who_cannot_write_to_it()
    {
        Assert.Equal(
            HttpStatusCode.Created,
            (await sandbox.SendAsAsync("stranger", "POST", "/2.0/repositories/demo/docs/forks", """{"workspace": {"slug": "other"}}""")).Status);
        using MultipartFormDataContent form = new() { { new StringContent("topic"), "branch" }, { new StringContent("new"), "theirs.md", "theirs.md" } };
        string stranger = "Bearer " + sandbox.Server.IssueAccessTokenFor("stranger", TimeSpan.FromHours(1));
        await sandbox.SendAsync("POST", "/2.0/repositories/other/docs/src", stranger, form);
        Answer opened = await sandbox.SendAsAsync(
            "stranger",
            "POST",
            "/2.0/repositories/demo/docs/pullrequests",
            """{"title": "Theirs", "source": {"branch": {"name": "topic"}, "repository": {"full_name": "other/docs"}}}""");

        Answer merged = await sandbox.PostAsync($"/2.0/repositories/demo/docs/pullrequests/{opened.Json["id"]}/merge", """{"close_source_branch": true}""");

        Assert.Equal(HttpStatusCode.OK, merged.Status);
        Assert.Equal(HttpStatusCode.OK, (await sandbox.GetAsync("/2.0/repositories/other/docs/refs/branches/topic")).Status);
    }
}
