using System.Management.Automation;
using System.Text.Json.Nodes;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Commits;

public sealed class CommitStatusTests
{
    private const string Publish = "New-BitbucketCommitStatus demo/website main";

    [Fact]
    public async Task NewStatus_Whole_IsThere()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string hash = await sandbox.GitHashAsync("website", "main");

        ScriptResult result = module.Run(
            $"{Publish} -Key 'ci/7 #1' -State failed -Url https://ci.example.com/7 -Name 'Build 7' -Description '1 of 314 failed' -Refname main");

        Assert.Equal([hash], result.Texts("Commit"));
        Assert.Equal(["demo/website"], result.Texts("Repository"));
        Assert.Equal(["FAILED"], result.Texts("State"));
        JsonNode status = Assert.Single(await StatusesAsync(sandbox))!;
        Assert.Equal(
            ["ci/7 #1", "FAILED", "https://ci.example.com/7", "Build 7", "1 of 314 failed", "main"],
            new[] { "key", "state", "url", "name", "description", "refname" }.Select(name => (string?)status[name]));
    }

    [Fact]
    public async Task NewStatus_SameKey_IsReplaced()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        module.Run($"{Publish} ci INPROGRESS -Url https://ci.example.com/7; {Publish} ci SUCCESSFUL -Url https://ci.example.com/8").Clean();

        JsonNode status = Assert.Single(await StatusesAsync(sandbox))!;
        Assert.Equal(("SUCCESSFUL", "https://ci.example.com/8"), ((string?)status["state"], (string?)status["url"]));
    }

    [Fact]
    public async Task NewStatus_PipedBranches_IsPublishedForEach()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string[] branches = await sandbox.GitBranchesAsync("api");

        ScriptResult result = module.Run("Get-BitbucketBranch demo/api | New-BitbucketCommitStatus -Key ci -State STOPPED -Url https://ci.example.com");

        Assert.Equal(branches.Length, result.Clean().Count);
        Assert.Equal("STOPPED", (string?)Assert.Single(await sandbox.ReadListAsync("api/commit/develop/statuses"))!["state"]);
    }

    [Theory]
    [InlineData("-State SUCCESSFUL", "SUCCESSFUL", "Build 7", "Before")]
    [InlineData("-Name 'Build 8'", "INPROGRESS", "Build 8", "Before")]
    [InlineData("-Description ''", "INPROGRESS", "Build 7", "")]
    public async Task SetStatus_Part_LeavesTheRest(string parameters, string state, string name, string description)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run($"{Publish} ci INPROGRESS -Url https://ci.example.com/7 -Name 'Build 7' -Description Before").Clean();

        ScriptResult result = module.Run($"Get-BitbucketCommitStatus demo/website main ci | Set-BitbucketCommitStatus {parameters}");

        Assert.Equal([state], result.Texts("State"));
        JsonNode status = Assert.Single(await StatusesAsync(sandbox))!;
        Assert.Equal((state, name, description), ((string?)status["state"], (string?)status["name"], (string?)status["description"]));
        Assert.Equal("https://ci.example.com/7", (string?)status["url"]);
    }

    [Theory]
    [InlineData("Set-BitbucketCommitStatus demo/website main ci -State FAILED")]
    [InlineData("Get-BitbucketCommit demo/website main | Set-BitbucketCommitStatus -Key ci -State FAILED")]
    [InlineData("[pscustomobject]@{ Repository = 'demo/website'; Commit = 'main'; Key = 'ci' } | Set-BitbucketCommitStatus -State FAILED")]
    [InlineData("[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((Get-BitbucketCommitStatus demo/website main))) | Set-BitbucketCommitStatus -State FAILED")]
    public async Task SetStatus_HoweverNamed_IsChanged(string script)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run($"{Publish} ci INPROGRESS -Url https://ci.example.com/7").Clean();

        module.Run(script).Clean();

        Assert.Equal("FAILED", (string?)Assert.Single(await StatusesAsync(sandbox))!["state"]);
    }

    [Fact]
    public async Task GetStatus_Key_IsOneRequest()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string hash = await sandbox.GitHashAsync("website", "main");
        module.Run($"{Publish} 'ci/7' SUCCESSFUL -Url https://ci.example.com/7").Clean();
        int before = sandbox.Server.Requests.Count;

        Assert.Equal(["ci/7"], module.Run($"Get-BitbucketCommitStatus demo/website {hash} ci/7").Texts("Key"));

        Assert.Equal([$"GET /2.0/repositories/demo/website/commit/{hash}/statuses/build/ci%2F7"], sandbox.RequestsSince(before));
    }

    [Fact]
    public async Task GetStatus_FilterSortAndRefname_AreTheServers()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run($"{Publish} a FAILED -Url https://x -Refname main; {Publish} b FAILED -Url https://x; {Publish} c SUCCESSFUL -Url https://x -Refname main").Clean();

        Assert.Equal(["b", "a"], module.Run("Get-BitbucketCommitStatus demo/website main -Filter 'state = \"FAILED\"' -Sort '-key'").Texts("Key"));
        Assert.Equal(["a", "c"], module.Run("Get-BitbucketCommitStatus demo/website main -Refname main").Texts("Key").Order(StringComparer.Ordinal));
        Assert.Single(module.Run("Get-BitbucketCommitStatus demo/website main -First 1").Clean());
    }

    [Fact]
    public async Task GetStatus_OfAPullRequest_AreThoseOfItsCommits()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string hash = await sandbox.GitHashAsync("website", "feature/WEB-101");
        module.Run("New-BitbucketCommitStatus demo/website feature/WEB-101 ci SUCCESSFUL -Url https://x").Clean();

        ScriptResult byId = module.Run("Get-BitbucketCommitStatus demo/website -PullRequestId 2");
        ScriptResult piped = module.Run("[BitbucketPS.PullRequest]@{ Id = 2; Repository = 'demo/website' } | Get-BitbucketCommitStatus");

        Assert.Equal([hash], byId.Texts("Commit"));
        Assert.Equal([hash], piped.Texts("Commit"));
        Assert.Equal(["demo/website"], piped.Texts("Repository"));
    }

    [Fact]
    public async Task Gotcha28_KeyAndNameWithAnyCharacters_ArriveAsTheyAre()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        module.Run($"{Publish} -Key $key -State FAILED -Url 'https://ci.example.com/a b?c=d&e=%20' -Name $name", ("key", "test » ü/%2F?#1"), ("name", "größe 🚀 \"q\"")).Clean();
        ScriptResult result = module.Run("Get-BitbucketCommitStatus demo/website main -Key $key", ("key", "test » ü/%2F?#1"));

        Assert.Equal(["größe 🚀 \"q\""], result.Texts("Name"));
        Assert.Equal(["https://ci.example.com/a b?c=d&e=%20"], result.Texts("Url"));
    }

    [Theory]
    [InlineData($"{Publish} ci SUCCESSFUL -Url https://x -WhatIf", "\"Publish SUCCESSFUL\" on target \"demo/website:main, status ci\"")]
    [InlineData("Set-BitbucketCommitStatus demo/website main old -State FAILED -WhatIf", "\"Publish FAILED\" on target \"demo/website:main, status old\"")]
    [InlineData("Set-BitbucketCommitStatus demo/website main old -Name x -WhatIf", "\"Change status\" on target \"demo/website:main, status old\"")]
    public async Task Status_WhatIf_ChangesNothing(string script, string told)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run($"{Publish} old INPROGRESS -Url https://x").Clean();
        int before = sandbox.Server.Requests.Count;

        Assert.Empty(module.Run(script).Clean());

        Assert.Contains(told, module.Shown, StringComparison.Ordinal);
        Assert.Empty(sandbox.RequestsSince(before));
    }

    [Theory]
    [InlineData("Get-BitbucketCommitStatus demo/website main nothing", "NotFound", "demo/website:main, status nothing")]
    [InlineData("Get-BitbucketCommitStatus demo/website nowhere", "NotFound", "demo/website:nowhere")]
    [InlineData("Set-BitbucketCommitStatus demo/website main nothing -State FAILED", "NotFound", "demo/website:main, status nothing")]
    [InlineData("Set-BitbucketCommitStatus demo/website main ci", "InvalidArgument", "demo/website:main, status ci")]
    [InlineData($"{Publish} 'a key of more than forty characters is refused' FAILED -Url https://x", "BadRequest", "40 characters")]
    public async Task Status_Impossible_IsOneClearError(string script, string id, string named)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ErrorRecord error = module.Run(script).SingleError;

        Assert.StartsWith($"{id},", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(named, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_Table_FitsAndSaysWhatMatters()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run($"{Publish} ci SUCCESSFUL -Url https://x -Name 'Build 7' -Description '314 tests passed'").Clean();

        string table = module.Render("Get-BitbucketCommitStatus demo/website main");

        Assert.Matches(@"State +Key +Age +Name +Description", table);
        Assert.Matches(@"SUCCESSFUL.* ci +just now +Build 7 +314 tests passed", table);
        Assert.All(table.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 100, line));
    }

    private static Task<JsonArray> StatusesAsync(SandboxFixture sandbox) => sandbox.ReadListAsync("website/commit/main/statuses");
}
