using System.Net;

namespace BitbucketPS.Sandbox.Tests;

public class MainBranchTests(GitFixture sandbox) : IClassFixture<GitFixture>
{
    [Fact]
    public async Task First_push_makes_the_main_branch()
    {
        await sandbox.PostAsync("/2.0/repositories/demo/pushed", "{}");
        string clone = await sandbox.CloneAsync("api");

        await sandbox.Git.RunAsync("-C", clone, "push", "--quiet", sandbox.Url("demo/pushed.git"), "HEAD:refs/heads/trunk");

        Assert.Equal("trunk", (string?)(await sandbox.GetAsync("/2.0/repositories/demo/pushed")).Json["mainbranch"]!["name"]);
    }

    [Fact]
    public async Task Main_branch_is_one_that_exists()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await sandbox.PutAsync("/2.0/repositories/demo/mobile-app", """{"mainbranch": {"name": "nowhere"}}""")).Status);
        await sandbox.PostAsync("/2.0/repositories/demo/mobile-app/refs/branches", """{"name": "next/main", "target": {"hash": "main"}}""");

        Assert.Equal(HttpStatusCode.OK, (await sandbox.PutAsync("/2.0/repositories/demo/mobile-app", """{"mainbranch": {"name": "next/main"}}""")).Status);

        Assert.Equal("next/main", (string?)(await sandbox.GetAsync("/2.0/repositories/demo/mobile-app")).Json["mainbranch"]!["name"]);
        string head = await Git.RunAsync(sandbox.Server.RepositoryPath("demo", "mobile-app"), "symbolic-ref", "HEAD");
        Assert.Equal("refs/heads/next/main", head.Trim());
    }

    [Fact]
    public async Task First_file_makes_the_main_branch()
    {
        await sandbox.PostAsync("/2.0/repositories/demo/written", "{}");

        Answer written = await sandbox.SendAsync("POST", "/2.0/repositories/demo/written/src", sandbox.Bearer, SandboxFixture.Form("branch=start&a.txt=A"));

        Assert.Equal(HttpStatusCode.Created, written.Status);
        Assert.Equal("start", (string?)(await sandbox.GetAsync("/2.0/repositories/demo/written")).Json["mainbranch"]!["name"]);
    }
}
