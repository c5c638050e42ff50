using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Refs;

public sealed class GetTagTests
{
    [Fact]
    public async Task GetTag_OfGit_AreAllWritten()
    {
        await using SandboxFixture sandbox = await StartAsync("v1.0", "v1.1-rc1", "größe/#1");
        using ModuleRunspace module = sandbox.Connect();

        ScriptResult result = module.Run("Get-BitbucketTag demo/docs");

        Assert.Equal(["größe/#1", "v1.0", "v1.1-rc1"], result.Texts("Name").Order(StringComparer.Ordinal));
        Assert.All(result.Texts("Repository"), text => Assert.Equal("demo/docs", text));
        Assert.All(result.Texts("Type"), text => Assert.Equal("tag", text));
        Assert.All(result.Texts("Target"), text => Assert.Matches("^[0-9a-f]{40}$", text));
    }

    [Fact]
    public async Task GetTag_PlainName_AsksForThatTagAlone()
    {
        await using SandboxFixture sandbox = await StartAsync("größe/#1");
        using ModuleRunspace module = sandbox.Connect();
        int before = sandbox.Server.Requests.Count;

        ScriptResult result = module.Run("Get-BitbucketTag demo/docs 'größe/#1'");

        Assert.Equal(["größe/#1"], result.Texts("Name"));
        Assert.Equal(["GET /2.0/repositories/demo/docs/refs/tags/gr%C3%B6%C3%9Fe%2F%231"], sandbox.RequestsSince(before));
    }

    [Theory]
    [InlineData("Get-BitbucketTag demo/docs v1*", "v1.0 v1.1-rc1")]
    [InlineData("Get-BitbucketTag demo/docs '*-rc[0-9]'", "v1.1-rc1")]
    [InlineData("Get-BitbucketTag demo/docs -Filter 'name ~ \"v\"' -Sort '-name'", "v2.0 v1.1-rc1 v1.0")]
    [InlineData("Get-BitbucketRepository demo/* | Get-BitbucketTag -Sort name -First 1", "v1.0")]
    public async Task GetTag_Names_WritesThose(string script, string expected)
    {
        await using SandboxFixture sandbox = await StartAsync("v1.0", "v1.1-rc1", "v2.0");
        using ModuleRunspace module = sandbox.Connect();

        Assert.Equal(expected.Split(' '), module.Run(script).Texts("Name"));
    }

    [Fact]
    public async Task GetTag_Missing_IsOneErrorInItsPlace()
    {
        await using SandboxFixture sandbox = await StartAsync("v1.0");
        using ModuleRunspace module = sandbox.Connect();

        ScriptResult result = module.Run("'demo/api', 'demo/docs' | Get-BitbucketTag -Name v1.0");

        Assert.Equal(ErrorCategory.ObjectNotFound, result.SingleError.CategoryInfo.Category);
        Assert.Contains("demo/api:v1.0", result.SingleError.ToString(), StringComparison.Ordinal);
        Assert.Equal("v1.0", $"{Assert.Single(result.Output)}");
    }

    [Fact]
    public async Task GetTag_Lightweight_HasNoMessageOfItsOwn()
    {
        await using SandboxFixture sandbox = await StartAsync("v1.0");
        using ModuleRunspace module = sandbox.Connect();

        PSObject tag = Assert.Single(module.Run("Get-BitbucketTag demo/docs v1.0").Clean());

        Assert.Null(tag.Properties["Message"].Value);
        Assert.Null(tag.Properties["Tagger"].Value);
        Assert.NotEmpty($"{tag.Properties["Summary"].Value}");
    }

    [Fact]
    public async Task GetTag_Table_FitsAndSaysWhatMatters()
    {
        await using SandboxFixture sandbox = await StartAsync("v1.0");
        using ModuleRunspace module = sandbox.Connect();
        module.Run("New-BitbucketTag demo/docs v2.0 -Message \"The second release`n`nLong text.\"").Clean();

        string table = module.Render("Get-BitbucketTag demo/docs");

        Assert.Contains("Repository: demo/docs", table, StringComparison.Ordinal);
        Assert.Matches(@"Name +Commit +Age +Author +Message", table);
        Assert.Matches(@"v1\.0 +[0-9a-f]{7} +\d+ \w+ ago +\w+", table);
        Assert.Matches(@"v2\.0 +[0-9a-f]{7} +(just now|\d+ \w+ ago) +\S.*The second", table);
        Assert.All(table.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 100, line));
    }

    [Fact]
    public async Task Tab_Tag_IsOffered()
    {
        await using SandboxFixture sandbox = await StartAsync("v1.0", "v2.0");
        using ModuleRunspace module = sandbox.Connect();

        Assert.Equal(["v1.0", "v2.0"], Complete(module, "Get-BitbucketTag demo/docs v"));
        Assert.Equal(["v2.0"], Complete(module, "Remove-BitbucketTag demo/docs v2"));
        Assert.Contains("main", Complete(module, "New-BitbucketTag demo/docs v3 m"));
        Assert.Contains("v1.0", Complete(module, "New-BitbucketTag demo/docs v3 v1"));
    }

    private static async Task<SandboxFixture> StartAsync(params string[] tags)
    {
        SandboxFixture sandbox = await SandboxFixture.StartAsync();
        foreach (string tag in tags)
        {
            await Git.LinesAsync(sandbox.Server.RepositoryPath("demo", "docs"), "tag", tag, "main");
        }

        return sandbox;
    }

    private static string[] Complete(ModuleRunspace module, string line)
        => [.. module.Run("(TabExpansion2 $line $line.Length).CompletionMatches", ("line", line)).Texts("CompletionText")];
}
