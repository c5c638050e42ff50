using System.Xml.Linq;

namespace BitbucketPS.Tests.Help;

/// <summary>The tool in a folder of its own.</summary>
public sealed class HelpToolTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bitbucketps-help-").FullName;

    private string Docs => Path.Combine(_folder, "docs");

    private string StalePage => Path.Combine(Docs, "cmdlets", "Get-Nothing.md");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task CheckWritesNothingAndNamesWhatWouldChange()
    {
        (int exitCode, string output) = await RunAsync(HelpPaths.Cmdlets, "--check");
        Assert.Equal(1, exitCode);
        Assert.Contains(Path.Combine(Docs, "README.md"), output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task WhatIsCurrentIsLeftAlone()
    {
        await RunAsync(HelpPaths.Cmdlets);
        string index = Path.Combine(Docs, "README.md");
        DateTime before = File.GetLastWriteTimeUtc(index).AddHours(-1);
        File.SetLastWriteTimeUtc(index, before);
        Assert.Equal(0, (await RunAsync(HelpPaths.Cmdlets)).ExitCode);
        Assert.Equal(before, File.GetLastWriteTimeUtc(index));
        Assert.Equal(0, (await RunAsync(HelpPaths.Cmdlets, "--check")).ExitCode);
    }

    [Fact]
    public async Task ThePageOfACommandThatIsGoneGoesToo()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(StalePage)!);
        await File.WriteAllTextAsync(StalePage, "gone", TestContext.Current.CancellationToken);
        Assert.Contains(StalePage, (await RunAsync(HelpPaths.Cmdlets, "--check")).Output, StringComparison.Ordinal);
        await RunAsync(HelpPaths.Cmdlets);
        Assert.False(File.Exists(StalePage));
    }

    [Theory]
    [InlineData("T:BitbucketPS.Cmdlets.GetBitbucketBranchCommand", "summary", "Get-BitbucketBranch: the synopsis")]
    [InlineData("T:BitbucketPS.Cmdlets.GetBitbucketBranchCommand", "remarks", "Get-BitbucketBranch: the description")]
    [InlineData("T:BitbucketPS.Cmdlets.GetBitbucketBranchCommand", "example", "Get-BitbucketBranch: there is no <example>")]
    [InlineData("P:BitbucketPS.Cmdlets.GetBitbucketBranchCommand.Sort", "summary", "Get-BitbucketBranch: the parameter -Sort")]
    [InlineData("P:BitbucketPS.Cmdlets.BitbucketCommand.Session", "summary", "New-BitbucketBranch: the parameter -Session")]
    public async Task AGapInTheCommentsIsAnError(string member, string part, string problem)
    {
        (int exitCode, string output) = await RunAsync(CopyCmdletsWithout(member, part));
        Assert.Equal(1, exitCode);
        Assert.Contains($"error HELP001: {problem}", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Docs));
    }

    private Task<(int ExitCode, string Output)> RunAsync(string cmdlets, params string[] switches)
        => HelpTool.RunAsync([.. switches, cmdlets, Path.Combine(_folder, "module"), Docs]);

    private string CopyCmdletsWithout(string member, string part)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder, "cmdlets")).FullName;
        foreach (string file in Directory.GetFiles(Path.GetDirectoryName(HelpPaths.Cmdlets)!))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        string comments = Path.Combine(folder, "BitbucketPS.xml");
        XDocument document = XDocument.Load(comments);
        document.Descendants("member")
            .Single(element => member.Equals((string?)element.Attribute("name"), StringComparison.Ordinal))
            .Elements(part)
            .Remove();
        document.Save(comments);
        return Path.Combine(folder, Path.GetFileName(HelpPaths.Cmdlets));
    }
}
