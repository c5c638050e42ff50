using System.Management.Automation;
using System.Net;
using System.Text.Json.Nodes;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Commits;

public sealed class CommitCommentTests
{
    private const string Add = "New-BitbucketCommitComment demo/website main";

    [Fact]
    public async Task NewComment_OnTheWhole_IsThere()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string hash = await sandbox.GitHashAsync("website", "main");

        ScriptResult result = module.Run($"{Add} 'Größe: \"🚀\"'");

        Assert.Equal(["Größe: \"🚀\""], result.Texts("Content"));
        Assert.Equal([hash], result.Texts("Commit"));
        Assert.Equal(["demo/website"], result.Texts("Repository"));
        JsonNode comment = Assert.Single(await CommentsAsync(sandbox))!;
        Assert.Equal("Größe: \"🚀\"", (string?)comment["content"]!["raw"]);
        Assert.False(comment.AsObject().ContainsKey("inline"));
    }

    [Theory]
    [InlineData("-Path README.md", "README.md", null, null)]
    [InlineData("-Path README.md -Line 3", "README.md", null, 3)]
    [InlineData("-Path ./README.md -Line 3", "README.md", null, 3)]
    [InlineData("-Path README.md -OldLine 2", "README.md", 2, null)]
    public async Task NewComment_OnAPlace_IsThere(string parameters, string path, int? from, int? to)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ScriptResult result = module.Run($"({Add} 'Here' {parameters}).Inline");

        Assert.Equal([path], result.Texts("Path"));
        JsonNode inline = Assert.Single(await CommentsAsync(sandbox))!["inline"]!;
        Assert.Equal((path, from, to), ((string?)inline["path"], (int?)inline["from"], (int?)inline["to"]));
    }

    [Theory]
    [InlineData("-Path README.md -StartLine 1 -Line 3", "README.md:1-3", "start_to")]
    [InlineData("-Path README.md -StartLine 1 -OldLine 3", "README.md:1-3", "start_from")]
    public async Task NewComment_OnSeveralLines_IsThere(string parameters, string place, string start)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ScriptResult result = module.Run($"({Add} 'Here' {parameters}).Inline");

        Assert.Equal([place], result.Clean().Select(inline => $"{inline}"));
        Assert.Equal(1, (int?)Assert.Single(await CommentsAsync(sandbox))!["inline"]![start]);
    }

    [Fact]
    public async Task NewComment_Reply_BelongsToItsThread()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ScriptResult result = module.Run($"$first = {Add} 'Why?'; $first | New-BitbucketCommitComment -Content 'So.' -ReplyTo $first.Id");

        Assert.Equal(["1"], result.Texts("ParentId"));
        Assert.Empty(result.Warnings);
        Assert.Equal(1, (int?)(await CommentsAsync(sandbox))[1]!["parent"]!["id"]);
    }

    [Fact]
    public async Task Gotcha20_ReplyThatWasNotJoined_IsAWarning()
    {
        ScriptedServer server = new((_, _, _) => Task.FromResult(ScriptedServer.Json("""{"id": 9, "content": {"raw": "So."}}""", HttpStatusCode.Created)));
        using ModuleRunspace module = new();
        server.Connect(module);

        ScriptResult result = module.Run("New-BitbucketCommitComment acme/web 0123456789abcdef0123456789abcdef01234567 'So.' -ReplyTo 7 -Session $session");

        Assert.Equal(["9"], result.Texts("Id"));
        Assert.Equal(["acme/web:0123456789abcdef0123456789abcdef01234567#comment-9 was made, but the service did not join it to comment 7."], result.Warnings);
    }

    [Fact]
    public async Task NewComment_PipedCommits_CommentsOnEach()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string[] hashes = await sandbox.GitLogAsync("website", "main", "--max-count=3");

        ScriptResult result = module.Run("Get-BitbucketCommit demo/website -Branch main -First 3 | New-BitbucketCommitComment -Content 'Seen.'");

        Assert.Equal(hashes, result.Texts("Commit"));
        Assert.Equal(3, module.Run("Get-BitbucketCommit demo/website -Branch main -First 3 | Get-BitbucketCommitComment").Clean().Count);
    }

    [Fact]
    public async Task GetComment_Number_IsOneRequest()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string hash = await sandbox.GitHashAsync("website", "main");
        module.Run($"{Add} 'One'; {Add} 'Two'").Clean();
        int before = sandbox.Server.Requests.Count;

        Assert.Equal(["Two"], module.Run($"Get-BitbucketCommitComment demo/website {hash} 2").Texts("Content"));

        Assert.Equal([$"GET /2.0/repositories/demo/website/commit/{hash}/comments/2"], sandbox.RequestsSince(before));
    }

    [Fact]
    public async Task GetComment_FilterAndSort_AreTheServers()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run($"{Add} 'One'; {Add} 'Two'; {Add} 'Three'").Clean();

        Assert.Equal(["Three", "Two"], module.Run("Get-BitbucketCommitComment demo/website main -Filter 'id > 1' -Sort '-id'").Texts("Content"));
        Assert.Equal(["Two"], module.Run("Get-BitbucketCommitComment demo/website main -Skip 1 -First 1").Texts("Content"));
    }

    [Fact]
    public async Task Gotcha13_DeletedComments_AreLeftOutUnlessAskedFor()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run($"{Add} 'One'; {Add} 'Two' | Remove-BitbucketCommitComment -Confirm:$false").Clean();

        Assert.Equal(["One"], module.Run("Get-BitbucketCommitComment demo/website main").Texts("Content"));
        ScriptResult all = module.Run("Get-BitbucketCommitComment demo/website main -IncludeDeleted");

        Assert.Equal(["One", ""], all.Texts("Content"));
        Assert.Equal(["False", "True"], all.Texts("IsDeleted"));
    }

    [Fact]
    public async Task SetComment_Piped_ChangesWhatItSays()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ScriptResult result = module.Run($"{Add} 'Thnaks' | Set-BitbucketCommitComment -Content 'Thanks'");

        Assert.Equal(["Thanks"], result.Texts("Content"));
        Assert.Equal("Thanks", (string?)Assert.Single(await CommentsAsync(sandbox))!["content"]!["raw"]);
    }

    [Theory]
    [InlineData("Set-BitbucketCommitComment demo/website main 1 -Content 'Changed'")]
    [InlineData("Get-BitbucketBranch demo/website main | Set-BitbucketCommitComment -Id 1 -Content 'Changed'")]
    [InlineData("[pscustomobject]@{ Repository = 'demo/website'; Commit = 'main'; Id = '1' } | Set-BitbucketCommitComment -Content 'Changed'")]
    [InlineData("[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((Get-BitbucketCommitComment demo/website main 1))) | Set-BitbucketCommitComment -Content 'Changed'")]
    public async Task SetComment_HoweverNamed_IsChanged(string script)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run($"{Add} 'Before'").Clean();

        module.Run(script).Clean();

        Assert.Equal("Changed", (string?)Assert.Single(await CommentsAsync(sandbox))!["content"]!["raw"]);
    }

    [Fact]
    public async Task RemoveComment_NobodyToConfirm_RemovesNothing()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run($"{Add} 'One'").Clean();

        Assert.NotEmpty(module.Run("Get-BitbucketCommitComment demo/website main | Remove-BitbucketCommitComment").AllErrors);

        Assert.False((bool?)Assert.Single(await CommentsAsync(sandbox))!["deleted"]);
    }

    [Theory]
    [InlineData($"{Add} 'Two' -WhatIf", "\"Add comment\" on target \"demo/website:main\"")]
    [InlineData($"{Add} 'Two' -ReplyTo 1 -WhatIf", "\"Answer comment 1\" on target \"demo/website:main\"")]
    [InlineData("Set-BitbucketCommitComment demo/website main 1 -Content x -WhatIf", "\"Change comment\" on target \"demo/website:main#comment-1\"")]
    [InlineData("Remove-BitbucketCommitComment demo/website main 1 -WhatIf", "\"Delete comment\" on target \"demo/website:main#comment-1\"")]
    public async Task Comment_WhatIf_ChangesNothing(string script, string told)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run($"{Add} 'One'").Clean();
        int before = sandbox.Server.Requests.Count;

        Assert.Empty(module.Run(script).Clean());

        Assert.Contains(told, module.Shown, StringComparison.Ordinal);
        Assert.Empty(sandbox.RequestsSince(before));
    }

    [Theory]
    [InlineData("Get-BitbucketCommitComment demo/website main 4711", "NotFound", "demo/website:main#comment-4711")]
    [InlineData("Get-BitbucketCommitComment demo/website nowhere", "NotFound", "demo/website:nowhere")]
    [InlineData($"{Add} 'x' -ReplyTo 4711", "BadRequest", "4711")]
    [InlineData($"{Add} 'x' -Line 3", "InvalidArgument", "Line 3")]
    [InlineData("Set-BitbucketCommitComment demo/website main 4711 -Content x", "NotFound", "demo/website:main#comment-4711")]
    [InlineData("Remove-BitbucketCommitComment demo/website main 4711 -Confirm:$false", "NotFound", "demo/website:main#comment-4711")]
    public async Task Comment_Impossible_IsOneClearError(string script, string id, string named)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ErrorRecord error = module.Run(script).SingleError;

        Assert.StartsWith($"{id},", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(named, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comment_Table_FitsAndSaysWhatMatters()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run($"{Add} 'First line\nSecond line' -Path README.md -Line 3").Clean();

        string table = module.Render("Get-BitbucketCommitComment demo/website main");

        Assert.Matches(@"Id +Age +User +Place +Content", table);
        Assert.Matches(@"1 +just now +Dana Demo +README\.md:3 +First line", table);
        Assert.DoesNotContain("Second line", table, StringComparison.Ordinal);
        Assert.All(table.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 100, line));
    }

    private static Task<JsonArray> CommentsAsync(SandboxFixture sandbox) => sandbox.ReadListAsync("website/commit/main/comments");
}
