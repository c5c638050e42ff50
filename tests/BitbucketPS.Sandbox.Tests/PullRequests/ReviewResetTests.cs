using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public class ReviewResetTests(PullRequestFixture sandbox) : IClassFixture<PullRequestFixture>
{
    private const string Api = PullRequestFixture.Api;

    [Theory]
    [InlineData("", "approved", "changes_requested")]
    [InlineData("reset_pullrequest_approvals_on_change", null, "changes_requested")]
    [InlineData("smart_reset_pullrequest_approvals", null, "changes_requested")]
    [InlineData("reset_pullrequest_changes_requested_on_change", "approved", null)]
    public async Task Push_takes_back_what_the_restrictions_say(string kind, string? approval, string? request)
    {
        (string path, string branch, _) = await OpenReviewedAsync("push-" + kind, kind);

        await sandbox.WriteAsync(branch, "more.txt", "more\n");

        Assert.Equal((approval, request), await StatesAsync(path));
    }

    [Fact]
    public async Task Approvals_stay_where_only_the_same_changes_are_based_on_something_newer()
    {
        (string path, string branch, string destination) = await OpenReviewedAsync("rebased", "smart_reset_pullrequest_approvals");

        await sandbox.WriteAsync(destination, "meanwhile.txt", "1\n");
        string rebased = await sandbox.BranchAsync(from: destination);
        await sandbox.DeleteAsync($"{Api}/refs/branches/{branch}");
        await sandbox.PostAsync(Api + "/refs/branches", $$$"""{"name": "{{{branch}}}", "target": {"hash": "{{{rebased}}}"}}""");

        Assert.Equal(("approved", "changes_requested"), await StatesAsync(path));
    }

    private async Task<(string Path, string Branch, string Destination)> OpenReviewedAsync(string destination, string kind)
    {
        await sandbox.PostAsync(Api + "/refs/branches", $$$"""{"name": "{{{destination}}}", "target": {"hash": "main"}}""");
        if (kind.Length > 0)
        {
            await sandbox.PostAsync(Api + "/branch-restrictions", $$"""{"kind": "{{kind}}", "branch_match_kind": "glob", "pattern": "{{destination}}"}""");
        }

        string branch = await sandbox.BranchAsync();
        string path = await sandbox.OpenAsync(branch, $$$""", "destination": {"branch": {"name": "{{{destination}}}"}}""");
        await sandbox.SendAsAsync("asha", "POST", path + "/approve");
        await sandbox.SendAsAsync("joerg", "POST", path + "/request-changes");
        Assert.Equal(("approved", "changes_requested"), await StatesAsync(path));
        return (path, branch, destination);
    }

    private async Task<(string? Asha, string? Joerg)> StatesAsync(string path)
    {
        JsonArray participants = (await sandbox.GetAsync(path)).Json["participants"]!.AsArray();
        string? Of(string username) => (string?)participants
            .Single(item => string.Equals((string?)item!["user"]!["uuid"], PullRequestFixture.Uuid(username), StringComparison.Ordinal))!["state"];
        return (Of("asha"), Of("joerg"));
    }
}
