using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public class PullRequestReviewTests(PullRequestFixture sandbox) : IClassFixture<PullRequestFixture>
{
    [Fact]
    public async Task Review_is_seen_changed_and_taken_back()
    {
        string path = await sandbox.OpenAsync(await sandbox.BranchAsync());

        await sandbox.SendAsAsync("asha", "POST", path + "/approve");
        JsonNode approved = Participant(await sandbox.GetAsync(path));
        await sandbox.SendAsAsync("asha", "POST", path + "/request-changes");
        JsonNode changed = Participant(await sandbox.GetAsync(path));
        Answer wrong = await sandbox.SendAsAsync("asha", "DELETE", path + "/approve");
        await sandbox.SendAsAsync("asha", "DELETE", path + "/request-changes");
        JsonNode nothing = Participant(await sandbox.GetAsync(path));

        Assert.Equal(("approved", true), ((string)approved["state"]!, (bool)approved["approved"]!));
        Assert.Equal(("changes_requested", false), ((string)changed["state"]!, (bool)changed["approved"]!));
        Assert.Equal(HttpStatusCode.NotFound, wrong.Status);
        Assert.Null(nothing["state"]);
    }

    [Fact]
    public async Task Thread_is_resolved_and_reopened_and_its_shell_stays()
    {
        string path = await sandbox.OpenAsync(await sandbox.BranchAsync());
        Answer comment = await sandbox.PostAsync(path + "/comments", """{"content": {"raw": "Why?"}, "inline": {"path": "new.txt", "to": 1}}""");
        string self = $"{path}/comments/{comment.Json["id"]}";
        Answer reply = await sandbox.PostAsync(
            path + "/comments", $$$"""{"content": {"raw": "Because"}, "parent": {"id": {{{comment.Json["id"]}}}}}""");

        Answer resolved = await sandbox.SendAsync("POST", self + "/resolve", sandbox.Bearer);
        Answer twice = await sandbox.SendAsync("POST", self + "/resolve", sandbox.Bearer);
        Answer ofReply = await sandbox.SendAsync("POST", $"{path}/comments/{reply.Json["id"]}/resolve", sandbox.Bearer);
        Answer reopened = await sandbox.DeleteAsync(self + "/resolve");
        await sandbox.DeleteAsync(self);
        Answer shell = await sandbox.GetAsync(self);

        Assert.Equal(comment.Json["id"]!.ToString(), reply.Json["parent"]!["id"]!.ToString());
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (resolved.Status, twice.Status));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.NoContent), (ofReply.Status, reopened.Status));
        Assert.Equal((true, ""), ((bool)shell.Json["deleted"]!, (string)shell.Json["content"]!["raw"]!));
        Assert.Equal(1, (int)(await sandbox.GetAsync(path)).Json["comment_count"]!);
    }

    [Theory]
    [InlineData("""{"content": {"raw": "A"}, "type": "pullrequest_comment"}""", "type")]
    [InlineData("""{"content": {"raw": "A"}, "parent": {"id": 4711}}""", "parent.id")]
    [InlineData("""{"content": {"raw": "A"}, "inline": {"path": "a", "to": 0}}""", "inline.to")]
    [InlineData("""{}""", "content")]
    public async Task Bad_comment_names_its_field(string json, string field)
    {
        string path = await sandbox.OpenAsync(await sandbox.BranchAsync());

        Answer answer = await sandbox.PostAsync(path + "/comments", json);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Json["error"]!["fields"]![field]);
        Assert.Equal(0, (int)(await sandbox.GetAsync(path)).Json["comment_count"]!);
    }

    [Fact]
    public async Task Pending_comment_is_its_authors_alone()
    {
        string path = await sandbox.OpenAsync(await sandbox.BranchAsync());
        Answer comment = await sandbox.PostAsync(path + "/comments", """{"content": {"raw": "Later"}, "pending": true}""");

        Answer others = await sandbox.SendAsAsync("mei", "GET", $"{path}/comments/{comment.Json["id"]}");

        Assert.Equal(HttpStatusCode.NotFound, others.Status);
        Assert.Single((await sandbox.GetAsync(path + "/comments")).Json["values"]!.AsArray());
    }

    [Fact]
    public async Task Pending_comment_is_heard_of_when_it_is_published()
    {
        string path = await sandbox.OpenAsync(await sandbox.BranchAsync());
        Answer comment = await sandbox.PostAsync(path + "/comments", """{"content": {"raw": "For later"}, "pending": true}""");
        string answer = $$$"""{"content": {"raw": "?"}, "parent": {"id": {{{comment.Json["id"]}}}}}""";

        Answer activity = await sandbox.SendAsAsync("mei", "GET", path + "/activity");
        Answer reply = await sandbox.SendAsAsync("mei", "POST", path + "/comments", answer);
        Answer before = await sandbox.GetAsync(path);
        await sandbox.PutAsync($"{path}/comments/{comment.Json["id"]}", """{"content": {"raw": "For later"}, "pending": false}""");
        await sandbox.PutAsync($"{path}/comments/{comment.Json["id"]}", """{"content": {"raw": "For later"}, "pending": true}""");

        Assert.DoesNotContain("For later", activity.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal((0, 0), ((int)before.Json["comment_count"]!, before.Json["participants"]!.AsArray().Count));
        Assert.Contains("For later", (await sandbox.SendAsAsync("mei", "GET", path + "/activity")).Text, StringComparison.Ordinal);
        Assert.Equal(1, (int)(await sandbox.GetAsync(path)).Json["comment_count"]!);
        Assert.Equal(HttpStatusCode.OK, (await sandbox.SendAsAsync("mei", "GET", $"{path}/comments/{comment.Json["id"]}")).Status);
    }

    [Fact]
    public async Task Pending_task_is_its_authors_alone()
    {
        string path = await sandbox.OpenAsync(await sandbox.BranchAsync());
        Answer task = await sandbox.PostAsync(path + "/tasks", """{"content": {"raw": "Later"}, "pending": true}""");

        Answer others = await sandbox.SendAsAsync("mei", "GET", path + "/tasks");
        Answer one = await sandbox.SendAsAsync("mei", "GET", $"{path}/tasks/{task.Json["id"]}");

        Assert.Empty(others.Json["values"]!.AsArray());
        Assert.Equal(HttpStatusCode.NotFound, one.Status);
        Assert.Single((await sandbox.GetAsync(path + "/tasks")).Json["values"]!.AsArray());
        Assert.Equal(0, (int)(await sandbox.GetAsync(path)).Json["task_count"]!);
    }

    [Fact]
    public async Task Activity_names_the_destination_as_it_was()
    {
        string path = await sandbox.OpenAsync(await sandbox.BranchAsync());

        JsonNode pullRequest = (await sandbox.GetAsync(path)).Json;
        JsonNode entry = (await sandbox.GetAsync(path + "/activity")).Json["values"]![0]!["update"]!;

        Assert.NotNull((string?)entry["destination"]!["commit"]!["hash"]);
        Assert.Equal((string?)pullRequest["destination"]!["commit"]!["hash"], (string?)entry["destination"]!["commit"]!["hash"]);
    }

    [Fact]
    public async Task Activity_says_what_became_different()
    {
        string path = await sandbox.OpenAsync(await sandbox.BranchAsync(), $$$""", "reviewers": [{"uuid": "{{{PullRequestFixture.Uuid("asha")}}}"}]""");
        await sandbox.PutAsync(path, $$$"""{"title": "New", "draft": true, "reviewers": [{"uuid": "{{{PullRequestFixture.Uuid("mei")}}}"}]}""");
        await sandbox.PostAsync(path + "/decline", "{}");

        JsonNode[] changes = [.. (await sandbox.GetAsync(path + "/activity")).Json["values"]!.AsArray().Select(entry => entry!["update"]!["changes"]!)];

        Assert.Equal("""{"status":{"old":"open","new":"rejected"}}""", changes[0].ToJsonString());
        Assert.Equal(("Title", "New"), ((string?)changes[1]["title"]!["old"], (string?)changes[1]["title"]!["new"]));
        Assert.Equal((false, true), ((bool)changes[1]["draft"]!["old"]!, (bool)changes[1]["draft"]!["new"]!));
        Assert.Equal(PullRequestFixture.Uuid("mei"), (string?)Assert.Single(changes[1]["reviewers"]!["added"]!.AsArray())!["uuid"]);
        Assert.Equal(PullRequestFixture.Uuid("asha"), (string?)Assert.Single(changes[1]["reviewers"]!["removed"]!.AsArray())!["uuid"]);
        Assert.Empty(changes[2].AsObject());
    }

    [Fact]
    public async Task Tasks_are_counted_until_they_are_done()
    {
        string path = await sandbox.OpenAsync(await sandbox.BranchAsync());
        Answer task = await sandbox.PostAsync(path + "/tasks", """{"content": {"raw": "Do it"}}""");

        int open = (int)(await sandbox.GetAsync(path)).Json["task_count"]!;
        Answer done = await sandbox.PutAsync($"{path}/tasks/{task.Json["id"]}", """{"state": "RESOLVED"}""");
        int left = (int)(await sandbox.GetAsync(path)).Json["task_count"]!;

        Assert.Equal((1, 0, "RESOLVED"), (open, left, (string)done.Json["state"]!));
        Assert.Equal(PullRequestFixture.Uuid("demo"), (string?)done.Json["resolved_by"]!["uuid"]);
    }

    [Fact]
    public async Task Activity_tells_everything_the_newest_first()
    {
        string path = await sandbox.OpenAsync(await sandbox.BranchAsync());
        await sandbox.SendAsAsync("asha", "POST", path + "/approve");
        await sandbox.PostAsync(path + "/comments", """{"content": {"raw": "Thanks"}}""");
        await sandbox.SendAsync("POST", path + "/decline", sandbox.Bearer);

        Answer answer = await sandbox.GetAsync(path + "/activity");

        string[] kinds = [.. answer.Json["values"]!.AsArray().Select(entry => entry!.AsObject().Select(member => member.Key).Last())];
        Assert.Equal(["update", "comment", "approval", "update"], kinds);
        Assert.Equal(["values", "pagelen"], answer.Json.AsObject().Select(member => member.Key));
    }

    [Fact]
    public async Task Commits_statuses_and_differences_are_those_of_the_branch()
    {
        string path = await sandbox.OpenAsync(await sandbox.BranchAsync("seen.txt"));
        Answer commits = await sandbox.GetAsync(path + "/commits");
        string hash = (string)Assert.Single(commits.Json["values"]!.AsArray())!["hash"]!;
        await sandbox.PostAsync(
            $"{PullRequestFixture.Api}/commit/{hash}/statuses/build", """{"key": "ci", "state": "SUCCESSFUL", "url": "https://ci.example.org"}""");

        Answer statuses = await sandbox.GetAsync(path + "/statuses");
        Answer redirect = await sandbox.GetAsync(path + "/diffstat");
        Answer stat = await sandbox.GetAsync(redirect.Location.PathAndQuery);

        Assert.Equal("ci", (string?)Assert.Single(statuses.Json["values"]!.AsArray())!["key"]);
        Assert.Equal("seen.txt", (string?)Assert.Single(stat.Json["values"]!.AsArray())!["new"]!["path"]);
        Assert.Equal(path.Split('/')[^1], (await sandbox.GetAsync($"{PullRequestFixture.Api}/commit/{hash}/pullrequests")).Json["values"]![0]!["id"]!.ToString());
    }

    private static JsonNode Participant(Answer answer) => Assert.Single(answer.Json["participants"]!.AsArray())!;
}
