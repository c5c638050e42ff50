using System.Net;

namespace BitbucketPS.Sandbox.Tests;

public class RestrictedBranchTests(GitFixture sandbox) : IClassFixture<GitFixture>
{
    private const string Branches = "/2.0/repositories/demo/website/refs/branches";

    [Fact]
    public async Task Branch_that_may_not_be_pushed_is_not_made_through_the_api()
    {
        string asha = await sandbox.UuidAsync("asha");
        await RestrictAsync($$"""{"kind": "push", "pattern": "api/*", "users": [{"uuid": "{{asha}}"}]}""");
        string body = """{"name": "api/new", "target": {"hash": "main"}}""";

        Answer refused = await sandbox.PostAsync(Branches, body);
        Answer made = await sandbox.SendAsync("POST", Branches, sandbox.As("asha"), SandboxFixture.Json(body));

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Equal("Permission denied to update branch api/new.", refused.Message);
        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await sandbox.DeleteAsync($"{Branches}/api/new")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await sandbox.SendAsync("DELETE", $"{Branches}/api/new", sandbox.As("asha"))).Status);
    }

    [Fact]
    public async Task Branch_that_may_not_be_deleted_stays()
    {
        await sandbox.PostAsync(Branches, """{"name": "kept/one", "target": {"hash": "main"}}""");
        await RestrictAsync("""{"kind": "delete", "pattern": "kept/*"}""");
        string clone = await sandbox.CloneAsync("website");

        Assert.Equal(HttpStatusCode.Forbidden, (await sandbox.DeleteAsync($"{Branches}/kept/one")).Status);
        string error = await sandbox.Git.FailAsync("-C", clone, "push", "origin", "--delete", "kept/one");

        Assert.Contains("remote: Permission denied to delete branch kept/one.", error, StringComparison.Ordinal);
        Assert.Contains("(pre-receive hook declined)", error, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await sandbox.GetAsync($"{Branches}/kept/one")).Status);
    }

    [Fact]
    public async Task Push_to_a_restricted_branch_is_refused_whole()
    {
        await RestrictAsync("""{"kind": "push", "branch_match_kind": "branching_model", "branch_type": "release"}""");
        string clone = await sandbox.CloneAsync("website");
        await sandbox.Git.CommitAsync(clone, "new.txt", new byte[100_000]);

        string error = await sandbox.Git.FailAsync("-C", clone, "push", "origin", "HEAD:refs/heads/release/9", "HEAD:refs/heads/free/9");

        Assert.Contains("remote: Permission denied to update branch release/9.", error, StringComparison.Ordinal);
        Assert.Contains("[remote rejected]", error, StringComparison.Ordinal);
        string[] branches = await sandbox.ApiBranchesAsync("website");
        Assert.DoesNotContain(branches, branch => branch.EndsWith("/9", StringComparison.Ordinal));
        await sandbox.Git.RunAsync("-C", clone, "push", "--quiet", "origin", "HEAD:refs/heads/free/9");
        Assert.Contains(await sandbox.ApiBranchesAsync("website"), branch => branch.EndsWith("/free/9", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Members_of_an_excepted_group_may_push()
    {
        await RestrictAsync("""{"kind": "push", "pattern": "team/*", "groups": [{"slug": "developers"}]}""");
        string clone = await sandbox.CloneAsync("website");
        string member = sandbox.Url("demo/website.git", "x-token-auth", sandbox.As("mei")["Bearer ".Length..]);

        await sandbox.Git.FailAsync("-C", clone, "push", "origin", "HEAD:refs/heads/team/one");
        await sandbox.Git.RunAsync("-C", clone, "push", "--quiet", member, "HEAD:refs/heads/team/one");

        Assert.Equal(HttpStatusCode.OK, (await sandbox.GetAsync($"{Branches}/team/one")).Status);
    }

    [Fact]
    public async Task History_of_a_restricted_branch_is_not_rewritten()
    {
        string clone = await sandbox.CloneAsync("website");
        await sandbox.Git.RunAsync("-C", clone, "push", "--quiet", "origin", "origin/main~1:refs/heads/fixed/one");
        await RestrictAsync("""{"kind": "force", "pattern": "fixed/*"}""");

        string error = await sandbox.Git.FailAsync("-C", clone, "push", "--force", "origin", "origin/main~2:refs/heads/fixed/one");
        Assert.Contains("remote rejected", error, StringComparison.Ordinal);
        await sandbox.Git.RunAsync("-C", clone, "push", "--quiet", "origin", "origin/main:refs/heads/fixed/one");

        string head = await sandbox.Git.RunAsync("-C", clone, "rev-parse", "origin/main");
        Assert.Contains(head + "\trefs/heads/fixed/one", await sandbox.ApiBranchesAsync("website"));
    }

    [Fact]
    public async Task Files_are_not_written_to_a_restricted_branch()
    {
        await RestrictAsync("""{"kind": "push", "pattern": "frozen"}""");

        Answer refused = await sandbox.SendAsync(
            "POST", "/2.0/repositories/demo/website/src", sandbox.Bearer, SandboxFixture.Form("branch=frozen&new.txt=New"));

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.GetAsync($"{Branches}/frozen")).Status);
    }

    private async Task RestrictAsync(string body)
        => Assert.Equal(HttpStatusCode.Created, (await sandbox.PostAsync("/2.0/repositories/demo/website/branch-restrictions", body)).Status);
}
