using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Refs;

public sealed class GetRefTests
{
    [Fact]
    public async Task GetRef_Repository_WritesBranchesAndTagsAsThemselves()
    {
        await using SandboxFixture sandbox = await StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ScriptResult result = module.Run("Get-BitbucketRef demo/api");

        string[] branches = await sandbox.GitBranchesAsync("api");
        Assert.Equal(branches.Order(StringComparer.Ordinal), Names(result, "BitbucketPS.Branch"));
        Assert.Equal(["main", "v1.0"], Names(result, "BitbucketPS.Tag"));
        Assert.Equal(["branch", "tag"], result.Texts("Type").Distinct(StringComparer.Ordinal));
        Assert.All(result.Texts("Repository"), text => Assert.Equal("demo/api", text));
    }

    [Fact]
    public async Task GetRef_Branch_IsTheSameAsGetBranchWrites()
    {
        await using SandboxFixture sandbox = await StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        PSObject one = Assert.Single(module.Run("Get-BitbucketRef demo/api develop").Clean());
        PSObject other = Assert.Single(module.Run("Get-BitbucketBranch demo/api develop*").Clean());

        Assert.Equal(other.Properties.Select(Text), one.Properties.Select(Text));
    }

    [Theory]
    [InlineData("Get-BitbucketRef demo/api main", "branch:main tag:main")]
    [InlineData("Get-BitbucketRef demo/api v*", "tag:v1.0")]
    [InlineData("Get-BitbucketRef demo/api 'release/1.[01]' -Sort '-name'", "branch:release/1.1 branch:release/1.0")]
    [InlineData("Get-BitbucketRef demo/api -Filter 'name = \"v1.0\"'", "tag:v1.0")]
    [InlineData("Get-BitbucketRef demo/api main -First 1", "branch:main")]
    public async Task GetRef_Names_WritesThose(string script, string expected)
    {
        await using SandboxFixture sandbox = await StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        Assert.Equal(expected.Split(' '), module.Run($"{script} | ForEach-Object {{ \"$($_.Type):$_\" }}").Clean().Select(text => $"{text}"));
    }

    [Fact]
    public async Task GetRef_Missing_IsOneClearError()
    {
        await using SandboxFixture sandbox = await StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ErrorRecord error = module.Run("Get-BitbucketRef demo/api nowhere").SingleError;

        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Contains("nowhere", $"{error}", StringComparison.Ordinal);
        Assert.Empty(module.Run("Get-BitbucketRef demo/api nowhere*").Clean());
    }

    [Fact]
    public async Task GetRef_PipedOn_EachGoesItsWay()
    {
        await using SandboxFixture sandbox = await StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        module.Run("Get-BitbucketRef demo/api | Where-Object Type -eq tag | Remove-BitbucketTag -Confirm:$false").Clean();
        ScriptResult branch = module.Run("Get-BitbucketRef demo/api release/1.0 | Remove-BitbucketTag -Confirm:$false");

        Assert.NotEmpty(branch.AllErrors);
        Assert.Empty(await Git.LinesAsync(sandbox.Server.RepositoryPath("demo", "api"), "tag"));
        Assert.Contains("release/1.0", await sandbox.GitBranchesAsync("api"));
    }

    [Fact]
    public async Task GetRef_Table_ShowsBothKinds()
    {
        await using SandboxFixture sandbox = await StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        string table = module.Render("Get-BitbucketRef demo/api");

        Assert.Matches(@"Repository: demo/api\r?\n", table);
        Assert.Matches(@"Repository: demo/api \(tags\)\r?\n[^:]*v1\.0 +[0-9a-f]{7}", table);
        Assert.All(table.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 100, line));
    }

    private static async Task<SandboxFixture> StartAsync()
    {
        SandboxFixture sandbox = await SandboxFixture.StartAsync();
        string folder = sandbox.Server.RepositoryPath("demo", "api");
        await Git.LinesAsync(folder, "tag", "v1.0", "refs/heads/main");
        await Git.LinesAsync(folder, "tag", "main", "refs/heads/main");
        return sandbox;
    }

    private static IEnumerable<string> Names(ScriptResult result, string type)
        => result.Clean()
            .Where(item => string.Equals(item.TypeNames[0], type, StringComparison.Ordinal))
            .Select(item => $"{item}")
            .Order(StringComparer.Ordinal);

    private static string Text(PSPropertyInfo property)
        => $"{property.Name}: {(property.Value is IEnumerable<string> texts ? string.Join(' ', texts) : property.Value)}";
}
