using System.Xml.Linq;

namespace BitbucketPS.Tests.Help;

/// <summary>The tool in a folder of its own.</summary>
public sealed class HelpToolTests : IDisposable
{
    private const string Branches = "T:BitbucketPS.Cmdlets.GetBitbucketBranchCommand";

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
    [InlineData(Branches, "summary", "Get-BitbucketBranch: the synopsis")]
    [InlineData(Branches, "remarks", "Get-BitbucketBranch: the description")]
    [InlineData(Branches, "example", "Get-BitbucketBranch: there is no <example>")]
    [InlineData("P:BitbucketPS.Cmdlets.GetBitbucketRepositoryCommand.Sort", "summary", "Get-BitbucketRepository: the parameter -Sort")]
    [InlineData("P:BitbucketPS.Cmdlets.BitbucketCommand.Session", "summary", "New-BitbucketBranch: the parameter -Session")]
    public async Task AGapInTheCommentsIsAnError(string member, string part, string problem)
    {
        (int exitCode, string output) = await RunAsync(CopyCmdlets(member, comment => comment.Elements(part).Remove()));
        Assert.Equal(1, exitCode);
        Assert.Contains($"error HELP001: {problem}", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Docs));
    }

    [Fact]
    public async Task CommentsBecomeMarkdown()
    {
        XElement remarks = XElement.Parse(
            """
            <remarks>
              <para>All of <c>release/*</c>, or <see langword="null" />; see
              <see cref="P:BitbucketPS.Branch.Name" />.</para>
              <list type="bullet"><item><description>a_b and _c</description></item></list>
            </remarks>
            """);
        await RunAsync(CopyCmdlets(Branches, member => member.Element("remarks")!.ReplaceWith(remarks)));
        string page = await ReadBranchPageAsync();
        Assert.Contains("\n\nAll of release/\\*, or null; see Name.\n\n- a_b and \\_c\n\n## Examples\n", page, StringComparison.Ordinal);
    }

    // As the compiler writes comments: every line is set in by as much as the tag is.
    [Fact]
    public async Task AnExampleKeepsTheAuthorsIndentation()
    {
        const string Code = "\n            <code>Get-BitbucketBranch |\n                Where-Object Name</code>\n            ";
        XElement example = XElement.Parse($"<example><summary>Pipes. It does.</summary>{Code}</example>", LoadOptions.PreserveWhitespace);
        await RunAsync(CopyCmdlets(Branches, member => member.Elements("example").First().ReplaceWith(example)));
        const string Expected = "### Example 1: Pipes\n\n```powershell\nGet-BitbucketBranch |\n    Where-Object Name\n```\n\nIt does.\n";
        Assert.Contains(Expected, await ReadBranchPageAsync(), StringComparison.Ordinal);
    }

    private Task<string> ReadBranchPageAsync()
        => File.ReadAllTextAsync(Path.Combine(Docs, "cmdlets", "Get-BitbucketBranch.md"), TestContext.Current.CancellationToken);

    private Task<(int ExitCode, string Output)> RunAsync(string cmdlets, params string[] switches)
        => HelpTool.RunAsync([.. switches, cmdlets, Path.Combine(_folder, "module"), Docs]);

    private string CopyCmdlets(string member, Action<XElement> edit)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder, "cmdlets")).FullName;
        foreach (string file in Directory.GetFiles(Path.GetDirectoryName(HelpPaths.Cmdlets)!))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        string comments = Path.Combine(folder, "BitbucketPS.xml");
        XDocument document = XDocument.Load(comments, LoadOptions.PreserveWhitespace);
        edit(document.Descendants("member")
            .Single(element => member.Equals((string?)element.Attribute("name"), StringComparison.Ordinal)));
        document.Save(comments, SaveOptions.DisableFormatting);
        return Path.Combine(folder, Path.GetFileName(HelpPaths.Cmdlets));
    }
}
