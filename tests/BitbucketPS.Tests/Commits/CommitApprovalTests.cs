using System.Management.Automation;
using System.Text.Json.Nodes;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Commits;

public sealed class CommitApprovalTests
{
    [Fact]
    public async Task Approve_Branch_ApprovesItsCommit()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ScriptResult result = module.Run("Approve-BitbucketCommit demo/website main");

        Assert.Equal(["Dana Demo"], result.Texts("User"));
        Assert.Equal(["True"], result.Texts("IsApproved"));
        Assert.Equal(["approved"], result.Texts("State"));
        Assert.Single(await ApprovalsAsync(sandbox, "website", "main"));
    }

    [Fact]
    public async Task Approve_PipedCommits_ApprovesEach()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string[] hashes = await sandbox.GitLogAsync("api", "develop", "--max-count=3");

        module.Run("Get-BitbucketCommit demo/api -Branch develop -First 3 | Approve-BitbucketCommit").Clean();

        foreach (string hash in hashes)
        {
            Assert.Single(await ApprovalsAsync(sandbox, "api", hash));
        }
    }

    [Fact]
    public async Task Revoke_Approved_TakesItBack()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run("Approve-BitbucketCommit demo/website main").Clean();

        Assert.Empty(module.Run("Get-BitbucketCommit demo/website main | Revoke-BitbucketCommitApproval").Clean());

        Assert.Empty(await ApprovalsAsync(sandbox, "website", "main"));
    }

    [Theory]
    [InlineData("Revoke-BitbucketCommitApproval demo/website main", "demo/website:main")]
    [InlineData("Approve-BitbucketCommit demo/website nowhere", "demo/website:nowhere")]
    public async Task Approval_Impossible_IsOneClearError(string script, string named)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ErrorRecord error = module.Run(script).SingleError;

        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Contains(named, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Approve-BitbucketCommit demo/website main -WhatIf", "\"Approve commit\" on target \"demo/website:main\"")]
    [InlineData("Revoke-BitbucketCommitApproval demo/website main -WhatIf", "\"Revoke approval of commit\" on target \"demo/website:main\"")]
    public async Task Approval_WhatIf_ChangesNothing(string script, string told)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        int before = sandbox.Server.Requests.Count;

        Assert.Empty(module.Run(script).Clean());

        Assert.Contains(told, module.Shown, StringComparison.Ordinal);
        Assert.Empty(sandbox.RequestsSince(before));
    }

    private static async Task<JsonArray> ApprovalsAsync(SandboxFixture sandbox, string slug, string commit)
        => (await sandbox.ReadAsync($"{slug}/commit/{commit}"))["participants"]!.AsArray();
}
