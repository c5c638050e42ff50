using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.PullRequests;

public sealed class GetPullRequestTests
{
    [Theory]
    [InlineData("Get-BitbucketPullRequest demo/api", "demo/api#2 demo/api#1")]
    [InlineData("Get-BitbucketPullRequest demo/api -State All", "demo/api#3 demo/api#2 demo/api#1")]
    [InlineData("Get-BitbucketPullRequest demo/api -State Declined, Merged", "demo/api#3")]
    [InlineData("Get-BitbucketPullRequest demo/api 3", "demo/api#3")]
    [InlineData("Get-BitbucketPullRequest demo/api -Author asha", "demo/api#1")]
    [InlineData("Get-BitbucketPullRequest demo/api -Author 'jörg müller'", "demo/api#2")]
    [InlineData("Get-BitbucketPullRequest demo/api -Reviewer joerg", "demo/api#1")]
    [InlineData("Get-BitbucketPullRequest demo/api -SourceBranch feature/rate-limits", "demo/api#1")]
    [InlineData("Get-BitbucketPullRequest demo/api -SourceBranch *i*/* -State All -DestinationBranch main", "demo/api#3 demo/api#2")]
    [InlineData("Get-BitbucketPullRequest demo/api -SourceBranch bug*", "demo/api#2")]
    [InlineData("Get-BitbucketPullRequest demo/api -DestinationBranch develop", "")]
    [InlineData("Get-BitbucketPullRequest demo/api -Sort id -First 1", "demo/api#1")]
    [InlineData("Get-BitbucketPullRequest demo/api -Skip 1", "demo/api#1")]
    [InlineData("Get-BitbucketPullRequest demo/api 1 | Get-BitbucketPullRequest", "demo/api#1")]
    [InlineData("Get-BitbucketPullRequest (Get-BitbucketPullRequest demo/api 1).Links.Html", "demo/api#1")]
    [InlineData("\"$((Get-BitbucketPullRequest demo/api 1).Links.Html)/commits\" | Get-BitbucketPullRequest", "demo/api#1")]
    [InlineData("[pscustomobject]@{ Repository = 'demo/api'; Id = 1 } | Get-BitbucketPullRequest", "demo/api#1")]
    [InlineData("Get-BitbucketPullRequest demo/api -Filter 'state = \"DECLINED\"'", "demo/api#3")]
    [InlineData("Get-BitbucketPullRequest demo/api -Filter 'title ~ \"state\"'", "")]
    [InlineData("Get-BitbucketPullRequest demo/api -Filter 'title != \"the state in \\\"x\\\" state = y\"'", "demo/api#2 demo/api#1")]
    [InlineData("Get-BitbucketPullRequest demo/api -Filter 'title != \"x\" AND state = \"DECLINED\"'", "demo/api#3")]
    [InlineData("Get-BitbucketPullRequestComment demo/api 1 1 | Get-BitbucketPullRequest", "demo/api#1")]
    [InlineData("Get-BitbucketPullRequestTask demo/api 1 1 | Get-BitbucketPullRequest", "demo/api#1")]
    [InlineData("$null = Approve-BitbucketPullRequest demo/api 2; Get-BitbucketPullRequestActivity demo/api -First 1 | Get-BitbucketPullRequest", "demo/api#2")]
    [InlineData("[BitbucketPS.PullRequestConflict]@{ Repository = 'demo/api'; PullRequestId = 1 } | Get-BitbucketPullRequest", "demo/api#1")]
    [InlineData("[pscustomobject]@{ Repository = 'demo/api'; PullRequestId = '1'; Id = '2' } | Get-BitbucketPullRequest", "demo/api#1")]
    [InlineData("Get-BitbucketPullRequestComment demo/api 1 1 | ForEach-Object { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($_)) } | Get-BitbucketPullRequest", "demo/api#1")]
    [InlineData("Get-BitbucketPullRequest demo/api -Author ASHA -State All", "demo/api#1")]
    [InlineData("Get-BitbucketPullRequest -User mei -State All", "demo/api#3 demo/website#1")]
    [InlineData("Get-BitbucketPullRequest -User mei -Workspace demo -State Merged", "demo/website#1")]
    [InlineData("Get-BitbucketBranch demo/api bugfix/API-17-timeouts | Get-BitbucketPullRequest", "demo/api#2")]
    [InlineData("[pscustomobject]@{ Repository = 'demo/api'; Name = 'spike/graphql' } | Get-BitbucketPullRequest -State Declined", "demo/api#3")]
    [InlineData("'demo/api', 'demo/website' | Get-BitbucketPullRequest -First 1", "demo/api#2 demo/website#2")]
    [InlineData("[pscustomobject]@{ Repository = 'demo/api'; Commit = 'feature/rate-limits' } | Get-BitbucketPullRequest", "demo/api#1")]
    [InlineData("Get-BitbucketPullRequest demo/api -Commit feature/rate-limits -State Merged", "")]
    public async Task Get_AsAskedFor_AreThose(string script, string expected)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        string[] found = [.. module.Run(script).Clean().Select(item => item.BaseObject.ToString()!)];

        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Gotcha01_List_AsksForFiftyAtMost()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        int before = sandbox.Server.Requests.Count;

        module.Run("Get-BitbucketPullRequest demo/api; Get-BitbucketPullRequest -User mei; Get-BitbucketPullRequest demo/api -Commit feature/rate-limits").Clean();

        string[] lists = [.. sandbox.RequestsSince(before).Where(request => request.Contains("pullrequests", StringComparison.Ordinal))];
        Assert.Equal(3, lists.Length);
        Assert.All(lists, request => Assert.Contains("pagelen=50", request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_Members_KnowTheirPeople()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        Assert.Equal(
            ["Dana Demo|approved", "Dana Demo Jörg Müller|"],
            module.Run("Get-BitbucketPullRequest demo/api | ForEach-Object { \"$($_.Reviewers)|$($_.Participants[0].State)\" }").Clean().Select(text => $"{text}"));
    }

    [Fact]
    public async Task Gotcha23_OwnPullRequests_AreFoundByUuid()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        int before = sandbox.Server.Requests.Count;

        module.Run("Get-BitbucketPullRequest -User me -Workspace demo; Get-BitbucketPullRequest demo/api -Author '@me'").Clean();

        string[] requests = [.. sandbox.RequestsSince(before).Where(request => request.Contains("pullrequests", StringComparison.Ordinal))];
        Assert.Contains("/pullrequests/%7B", requests[0], StringComparison.Ordinal);
        Assert.Contains("author.uuid", requests[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-BitbucketPullRequest demo/api 99", "NotFound", "demo/api#99")]
    [InlineData("Get-BitbucketPullRequest demo/api -Author '{bogus'", "InvalidArgument", "'{bogus'")]
    [InlineData("Get-BitbucketPullRequest demo/api -Current -SourceBranch x", "InvalidArgument", "-SourceBranch")]
    [InlineData("Get-BitbucketBranch demo/api develop | Get-BitbucketPullRequest -SourceBranch x", "InvalidArgument", "-SourceBranch")]
    [InlineData("Get-BitbucketBranch demo/api develop | New-BitbucketPullRequest -SourceBranch x -Title x", "InvalidArgument", "-SourceBranch")]
    [InlineData("Get-BitbucketPullRequestTask demo/api 1 -Id 1 -State Resolved", "InvalidArgument", "-State")]
    [InlineData("Get-BitbucketPullRequestComment demo/api 1 -Id 1 -Path x", "InvalidArgument", "-Path")]
    [InlineData("Merge-BitbucketPullRequest demo/api 1 -Async -Wait", "InvalidArgument", "-Wait")]
    [InlineData("Get-BitbucketPullRequest demo/api -Author nobody", "InvalidArgument", "'nobody'")]
    [InlineData("Get-BitbucketPullRequest demo/api -Commit main -Author asha", "InvalidArgument", "-Commit")]
    [InlineData("Get-BitbucketPullRequest demo/api -Commit nowhere", "NotFound", "nowhere")]
    public async Task Get_Impossible_IsOneClearError(string script, string id, string about)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ErrorRecord error = module.Run(script).SingleError;

        Assert.StartsWith($"{id},", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(about, $"{error} {error.TargetObject}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_Table_SaysWhatPeopleWantFirst()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        string table = module.Render("Get-BitbucketPullRequest demo/api -State All");

        Assert.Contains("Repository: demo/api", table, StringComparison.Ordinal);
        Assert.Matches(@"Id +State +Title +Author +Branch +Updated", table);
        Assert.Matches(@"3 +\S*DECLINED\S* +Try GraphQL +林美 +spike/graphql +\d+ \w+ ago", table);
        Assert.All(table.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 100, line));
    }
}
