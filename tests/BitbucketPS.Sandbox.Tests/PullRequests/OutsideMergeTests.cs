using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>Merges past the merge of the API. What the service does is in its documentation ("will also mark any other pull requests").</summary>
public class OutsideMergeTests(GitFixture sandbox) : IClassFixture<GitFixture>
{
    private const string Api = "/2.0/repositories/demo/website";

    [Theory]
    [InlineData("--no-ff", "")]
    [InlineData("--ff-only", "")]
    [InlineData("--no-ff", ":")]
    public async Task Push_that_brings_the_source_into_the_destination_merges(string how, string deletion)
    {
        string clone = await sandbox.CloneAsync("website");
        string topic = await PushTopicAsync(clone, "origin/main");
        string path = await OpenAsync(topic, await PushBranchAsync(clone));
        string destination = (string)(await sandbox.GetAsync(path)).Json["destination"]!["branch"]!["name"]!;

        await GitAsync(clone, "checkout", "--quiet", "-B", "into", $"origin/{destination}");
        await GitAsync(clone, "merge", "--quiet", how, "-m", "By hand", topic);
        await GitAsync(clone, ["push", "--quiet", "origin", $"into:{destination}", .. deletion.Length > 0 ? [deletion + topic] : Array.Empty<string>()]);

        JsonNode merged = (await sandbox.GetAsync(path)).Json;
        Assert.Equal(("MERGED", PullRequestFixture.Uuid("demo")), ((string?)merged["state"], (string?)merged["closed_by"]?["uuid"]));
        Assert.Equal((await GitAsync(clone, "rev-parse", "into"))[..12], (string?)merged["merge_commit"]!["hash"]);
        Assert.Equal([await GitAsync(clone, "rev-parse", topic)], await CommitsAsync(path));
        JsonNode newest = (await sandbox.GetAsync(path + "/activity")).Json["values"]![0]!["update"]!;
        Assert.Equal("MERGED", (string?)newest["state"]);
    }

    [Fact]
    public async Task Merge_of_one_merges_those_that_it_holds_and_no_others()
    {
        string clone = await sandbox.CloneAsync("website");
        string destination = await PushBranchAsync(clone);
        string first = await PushTopicAsync(clone, "origin/main");
        string second = await PushTopicAsync(clone, first);
        string third = await PushTopicAsync(clone, second);
        string[] paths = [await OpenAsync(first, destination), await OpenAsync(second, destination), await OpenAsync(third, destination)];

        Answer answer = await sandbox.PostAsync(paths[1] + "/merge", "{}");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(["MERGED", "MERGED", "OPEN"], await Task.WhenAll(paths.Select(StateAsync)));
        Assert.Equal(
            ((string)answer.Json["merge_commit"]!["hash"]!)[..12], (string?)(await sandbox.GetAsync(paths[0])).Json["merge_commit"]!["hash"]);
    }

    [Fact]
    public async Task Push_of_something_else_and_a_squash_by_hand_merge_nothing()
    {
        string clone = await sandbox.CloneAsync("website");
        string topic = await PushTopicAsync(clone, "origin/main");
        string destination = await PushBranchAsync(clone);
        string path = await OpenAsync(topic, destination);

        await GitAsync(clone, "checkout", "--quiet", "-B", "into", $"origin/{destination}");
        await GitAsync(clone, "merge", "--quiet", "--squash", topic);
        await GitAsync(clone, "commit", "--quiet", "-m", "Squashed by hand");
        await GitAsync(clone, "push", "--quiet", "origin", $"into:{destination}");

        Assert.Equal("OPEN", await StateAsync(path));
    }

    // Seen at the service: the source of a pull request can be deleted, and it stays open all the same.
    [Fact]
    public async Task Pull_request_whose_source_branch_is_deleted_stays_open_and_is_merged_when_its_commits_come()
    {
        string clone = await sandbox.CloneAsync("website");
        string topic = await PushTopicAsync(clone, "origin/main");
        string destination = await PushBranchAsync(clone);
        string path = await OpenAsync(topic, destination);

        await sandbox.DeleteAsync($"{Api}/refs/branches/{topic}");
        JsonNode orphan = (await sandbox.GetAsync(path)).Json;
        await GitAsync(clone, "push", "--quiet", "origin", $"{topic}:{destination}");

        Assert.Equal(("OPEN", topic), ((string?)orphan["state"], (string?)orphan["source"]!["branch"]!["name"]));
        Assert.Equal((await GitAsync(clone, "rev-parse", topic))[..12], (string?)orphan["source"]!["commit"]!["hash"]);
        Assert.Equal("MERGED", await StateAsync(path));
    }

    private Task<string> GitAsync(string clone, params string[] arguments) => sandbox.Git.RunAsync(["-C", clone, .. arguments]);

    private async Task<string> PushBranchAsync(string clone)
    {
        string name = "into-" + Path.GetRandomFileName();
        await GitAsync(clone, "push", "--quiet", "origin", $"origin/main:refs/heads/{name}");
        return name;
    }

    private async Task<string> PushTopicAsync(string clone, string from)
    {
        string name = "topic-" + Path.GetRandomFileName();
        await GitAsync(clone, "checkout", "--quiet", "-b", name, from);
        await sandbox.Git.CommitAsync(clone, name + ".txt", "new\n"u8.ToArray());
        await GitAsync(clone, "push", "--quiet", "origin", name);
        return name;
    }

    private async Task<string> OpenAsync(string source, string destination)
    {
        Answer answer = await sandbox.PostAsync(
            Api + "/pullrequests",
            $$$$"""{"title": "T", "source": {"branch": {"name": "{{{{source}}}}"}}, "destination": {"branch": {"name": "{{{{destination}}}}"}}}""");
        Assert.True(answer.Status is HttpStatusCode.Created, answer.Text);
        return $"{Api}/pullrequests/{answer.Json["id"]}";
    }

    private async Task<string?> StateAsync(string path) => (string?)(await sandbox.GetAsync(path)).Json["state"];

    private async Task<string?[]> CommitsAsync(string path)
        => [.. (await sandbox.GetAsync(path + "/commits")).Json["values"]!.AsArray().Select(commit => (string?)commit!["hash"])];
}
