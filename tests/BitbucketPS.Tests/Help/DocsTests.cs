namespace BitbucketPS.Tests.Help;

/// <summary>The committed reference.</summary>
public sealed class DocsTests(HelpRunspace runspace) : IClassFixture<HelpRunspace>
{
    [Fact]
    public async Task TheDocsAndTheHelpAreCurrent()
    {
        (int exitCode, string output) = await HelpTool.RunAsync("--check", HelpPaths.Cmdlets, HelpPaths.Module, HelpPaths.Docs);
        Assert.Equal("", output);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public void TheIndexListsEveryCommandAndEachHasItsPage()
    {
        string index = File.ReadAllText(Path.Combine(HelpPaths.Docs, "README.md"));
        Assert.All(runspace.Commands, command =>
        {
            string page = $"cmdlets/{command.Name}.md";
            Assert.Contains($"[{command.Name}]({page})", index, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(HelpPaths.Docs, page)), page);
        });
    }
}
