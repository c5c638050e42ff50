using System.Management.Automation;
using System.Text;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Source;

public sealed class GetContentTests
{
    [Fact]
    public async Task GetContent_File_IsOneText()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string expected = string.Join('\n', await Git.LinesAsync(sandbox.Server.RepositoryPath("demo", "website"), "show", "main:docs/größe.md"));

        string text = Assert.IsType<string>(Assert.Single(module.Run("Get-BitbucketContent demo/website docs/größe.md").Clean()).BaseObject);

        Assert.Equal(expected, text.Replace("\n\n", "\n", StringComparison.Ordinal).TrimEnd('\n'));
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetContent_SeveralPaths_AreOneTextEachAndOneLookUp()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        int before = sandbox.Server.Requests.Count;

        ScriptResult result = module.Run("Get-BitbucketContent demo/website README.md, nowhere.md, src/app.ts");

        Assert.Equal(2, result.Output.Count);
        Assert.Equal(ErrorCategory.ObjectNotFound, result.SingleError.CategoryInfo.Category);
        Assert.Contains("nowhere.md", $"{result.SingleError}", StringComparison.Ordinal);
        Assert.Equal(4, sandbox.RequestsSince(before).Length);
    }

    [Fact]
    public async Task Gotcha07_Gotcha35_Content_IsReadByGetFromTheApi()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        int before = sandbox.Server.Requests.Count;

        module.Run("Get-BitbucketSource demo/website -Recurse -File | Get-BitbucketContent").Clean();

        Assert.All(sandbox.RequestsSince(before), line => Assert.StartsWith("GET /2.0/repositories/demo/website/src", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task GetContent_Directory_IsRefusedAndNotRead()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ErrorRecord error = module.Run("Get-BitbucketContent demo/website src").SingleError;

        Assert.StartsWith("InvalidArgument,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("'src' is a directory", $"{error}", StringComparison.Ordinal);
        Assert.NotEmpty(module.Run("Get-BitbucketContent demo/website package.json").Clean());
    }

    [Fact]
    public async Task GetContent_SlashesAndDots_AreCleaned()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        Assert.Single(module.Run("Get-BitbucketContent demo/api 'src//./Orders.cs'").Clean());
    }

    [Fact]
    public async Task GetContent_JsonThatLooksLikeAList_IsContent()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        const string Json = """{"values": [{"type": "commit_file", "path": "list.json/x"}]}""";

        module.Run("Set-BitbucketContent demo/docs list.json -Value $json -Message m", ("json", Json)).Clean();

        Assert.Equal(Json, $"{module.Run("Get-BitbucketContent demo/docs list.json").Clean().Single()}");
    }

    [Fact]
    public async Task GetContent_Encodings_AreDetectedAndBytesKept()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        byte[] utf16 = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("größe")];
        byte[] latin = Encoding.Latin1.GetBytes("größe");
        module.Run("Set-BitbucketContent demo/docs utf16.txt -Value $bytes -Message m", ("bytes", utf16)).Clean();
        module.Run("Set-BitbucketContent demo/docs latin.txt -Value $bytes -Message m", ("bytes", latin)).Clean();

        Assert.Equal("größe", $"{module.Run("Get-BitbucketContent demo/docs utf16.txt").Clean().Single()}");
        Assert.Equal("gr\uFFFD\uFFFDe", $"{module.Run("Get-BitbucketContent demo/docs latin.txt").Clean().Single()}");
        Assert.Equal(latin, module.Run("Get-BitbucketContent demo/docs latin.txt -AsByteStream").Clean().Single().BaseObject);
        Assert.Equal(utf16, module.Run("Get-BitbucketContent demo/docs utf16.txt -AsByteStream").Clean().Single().BaseObject);
    }

    [Fact]
    public async Task GetContent_OutFileFolder_CopiesTheTree()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            Assert.Empty(module.Run("Get-BitbucketSource demo/website -Recurse -File | Get-BitbucketContent -OutFile $folder", ("folder", folder.FullName)).Clean());

            string[] copied = [.. folder.GetFiles("*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder.FullName, file.FullName).Replace('\\', '/')).Order(StringComparer.Ordinal)];
            Assert.Equal(module.Run("Get-BitbucketSource demo/website -Recurse -File").Texts("Path").Order(StringComparer.Ordinal), copied);
            Assert.Equal(
                module.Run("Get-BitbucketContent demo/website docs/größe.md -AsByteStream").Clean().Single().BaseObject,
                await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "docs", "größe.md"), TestContext.Current.CancellationToken));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task GetContent_OutFile_OneFileOnlyAndWholeOrNotAtAll()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            string file = Path.Combine(folder.FullName, "out.md");
            ScriptResult result = module.Run("Get-BitbucketContent demo/website README.md, src/app.ts -OutFile $file", ("file", file));
            ErrorRecord missing = module.Run("Get-BitbucketContent demo/website gone.md -OutFile $file", ("file", file)).SingleError;

            Assert.Contains("src/app.ts", $"{result.SingleError}", StringComparison.Ordinal);
            Assert.Equal(ErrorCategory.ObjectNotFound, missing.CategoryInfo.Category);
            Assert.StartsWith("Website", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.Single(folder.GetFiles());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task GetContent_PathThatLeadsOut_IsNotWritten()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            string inner = folder.CreateSubdirectory("inner").FullName;
            ErrorRecord error = module.Run(
                "[pscustomobject]@{ Repository = 'demo/website'; Path = '../out.md' } | Get-BitbucketContent -OutFile $folder", ("folder", inner)).SingleError;

            Assert.Contains("outside", $"{error}", StringComparison.Ordinal);
            Assert.Empty(folder.GetFiles("*", SearchOption.AllDirectories));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task GetFileHistory_File_IsWhatGitSays()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string[] expected = await Git.LinesAsync(sandbox.Server.RepositoryPath("demo", "website"), "log", "--format=%H|%an|%s", "main", "--", "README.md");

        ScriptResult result = module.Run("Get-BitbucketFileHistory demo/website README.md | ForEach-Object { \"$($_.Commit)|$($_.Author)|$($_.Message.Split(\"`n\")[0])\" }");

        Assert.Equal(expected, result.Clean().Select(line => $"{line}"));
        Assert.All(module.Run("Get-BitbucketFileHistory demo/website README.md").Clean(), entry => Assert.NotNull(entry.Properties["Date"].Value));
    }

    [Fact]
    public async Task GetFileHistory_Piped_ReadsOldVersions()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run("Set-BitbucketContent demo/docs story.md -Value one -Message first; Set-BitbucketContent demo/docs story.md -Value two -Message second").Clean();

        Assert.Equal(["two", "one"], module.Run("Get-BitbucketFileHistory demo/docs story.md | Get-BitbucketContent").Clean().Select(text => $"{text}"));
        Assert.Equal(["two"], module.Run("Get-BitbucketSource demo/docs story.md | Get-BitbucketFileHistory -First 1 | Get-BitbucketContent").Clean().Select(text => $"{text}"));
        Assert.Equal(["first"], module.Run("Get-BitbucketFileHistory demo/docs story.md -Skip 1").Texts("Message").Select(text => text.Trim()));
    }

    [Fact]
    public async Task GetFileHistory_Renamed_IsFollowedUnlessToldNot()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run("Set-BitbucketContent demo/docs old.md -Value 'the same text' -Message first").Clean();
        module.Run("Set-BitbucketContent demo/docs new.md -Value 'the same text' -Delete old.md -Message second").Clean();

        Assert.Equal(2, module.Run("Get-BitbucketFileHistory demo/docs new.md").Clean().Count);
        Assert.Single(module.Run("Get-BitbucketFileHistory demo/docs new.md -NoRenames").Clean());
    }

    [Fact]
    public async Task GetFileHistory_View_FitsAndShowsMessages()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        string shown = module.Render("Get-BitbucketFileHistory demo/website README.md");

        TestContext.Current.TestOutputHelper?.WriteLine(shown);
        Assert.Contains("Explain how to build", shown, StringComparison.Ordinal);
        Assert.All(shown.Split('\n'), line => Assert.True(line.Length <= 100, line));
    }
}
