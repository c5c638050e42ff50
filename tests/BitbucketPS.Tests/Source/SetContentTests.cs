using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Source;

public sealed class SetContentTests
{
    [Fact]
    public async Task SetContent_Value_IsOneCommitOnTheMainBranch()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string before = await GetSourceTests.HashAsync(sandbox, "docs", "main");

        ScriptResult result = module.Run("Set-BitbucketContent demo/docs 'new/größe \"x\".txt' -Value \"one`ntwo\" -Message 'Add größe' -Author 'Ada Lovelace <ada@example.org>'");

        Assert.Equal([await GetSourceTests.HashAsync(sandbox, "docs", "main")], result.Texts("Hash"));
        Assert.Equal(["demo/docs"], result.Texts("Repository"));
        Assert.Equal([before], await InGitAsync(sandbox, "docs", "rev-parse", "main^"));
        Assert.Equal(["one", "two"], await InGitAsync(sandbox, "docs", "show", "main:new/größe \"x\".txt"));
        Assert.Equal(["Add größe|Ada Lovelace <ada@example.org>"], await InGitAsync(sandbox, "docs", "log", "-1", "--format=%s|%an <%ae>", "main"));
    }

    [Fact]
    public async Task SetContent_FilesCalledLikeMetadata_AreFiles()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        foreach (string name in (string[])["message", "branch", "files", "author", "parents"])
        {
            module.Run("Set-BitbucketContent demo/docs $name -Value $name -Message m", ("name", name)).Clean();
            Assert.Equal([name], await InGitAsync(sandbox, "docs", "show", $"main:{name}"));
        }
    }

    [Fact]
    public async Task SetContent_ManyChanges_AreOneCommit()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run("Set-BitbucketContent demo/docs old.txt -Value x -Message m").Clean();
        string before = await GetSourceTests.HashAsync(sandbox, "docs", "main");

        module.Run("Set-BitbucketContent demo/docs run.sh -Value 'a', 'b' -Executable -Delete old.txt, index.md -Message m").Clean();

        Assert.Equal([before], await InGitAsync(sandbox, "docs", "rev-parse", "main^"));
        Assert.Equal(["D\tindex.md", "D\told.txt", "A\trun.sh"], await InGitAsync(sandbox, "docs", "diff", "--name-status", "--no-renames", "main^", "main"));
        Assert.StartsWith("100755 ", (await InGitAsync(sandbox, "docs", "ls-tree", "main", "run.sh")).Single(), StringComparison.Ordinal);
        Assert.Equal(["a", "b"], await InGitAsync(sandbox, "docs", "show", "main:run.sh"));
        Assert.Equal(["executable"], module.Run("(Get-BitbucketSource demo/docs run.sh).Attributes").Clean().Select(text => $"{text}"));
    }

    [Fact]
    public async Task SetContent_DeleteAlone_Deletes()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        module.Run("Set-BitbucketContent demo/docs -Delete index.md -Message 'Away with it'").Clean();

        Assert.Equal(["D\tindex.md"], await InGitAsync(sandbox, "docs", "diff", "--name-status", "main^", "main"));
    }

    [Fact]
    public async Task SetContent_Folder_IsMirroredBelowThePath()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            await WriteAsync(folder, "a.txt", "a");
            await WriteAsync(folder, "sub/ü.bin", "\0\r\n");
            await WriteAsync(folder, ".hidden", "h");
            await WriteAsync(folder, ".git/config", "not this");
            if (!OperatingSystem.IsWindows())
            {
                await WriteAsync(folder, "run.sh", "echo");
                File.SetUnixFileMode(Path.Combine(folder.FullName, "run.sh"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
                File.CreateSymbolicLink(Path.Combine(folder.FullName, "link"), "a.txt");
                Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "round"), ".");
            }

            module.Run("Get-BitbucketRepository demo/* | Set-BitbucketContent -Folder $folder -Path shared/ -Branch chore/share -Message Share", ("folder", folder.FullName)).Clean();

            foreach (string slug in (string[])["website", "api", "mobile-app", "docs"])
            {
                string[] tree = await InGitAsync(sandbox, slug, "-c", "core.quotepath=off", "ls-tree", "-r", "--format=%(objectmode) %(path)", "chore/share", "shared");
                Assert.Equal(
                    ["100644 shared/.hidden", "100644 shared/a.txt", "120000 shared/link", "120000 shared/round", "100755 shared/run.sh", "100644 shared/sub/ü.bin"],
                    tree);
                Assert.Equal([await GetSourceTests.HashAsync(sandbox, slug, "main")], await InGitAsync(sandbox, slug, "rev-parse", "chore/share^"));
            }

            Assert.Equal([0, 13, 10], (byte[])module.Run("Get-BitbucketContent demo/api shared/sub/ü.bin -Commit chore/share -AsByteStream").Clean().Single().BaseObject);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task SetContent_SourcePath_KeepsTheBytes()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            byte[] bytes = [.. Enumerable.Range(0, 256).Select(number => (byte)number)];
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "x.bin"), bytes, TestContext.Current.CancellationToken);
            module.SetLocation(folder.FullName);

            module.Run("Set-BitbucketContent demo/docs bin/x.bin -SourcePath ./x.bin -Message m").Clean();

            Assert.Equal(bytes, module.Run("Get-BitbucketContent demo/docs bin/x.bin -AsByteStream").Clean().Single().BaseObject);
        }
        finally
        {
            module.SetLocation(Path.GetTempPath());
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task SetContent_Parent_FailsIfTheBranchMoved()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string first = await GetSourceTests.HashAsync(sandbox, "docs", "main");
        module.Run("Set-BitbucketContent demo/docs a.txt -Value a -Message m -Parent $parent", ("parent", first)).Clean();
        string second = await GetSourceTests.HashAsync(sandbox, "docs", "main");

        ErrorRecord error = module.Run("Set-BitbucketContent demo/docs a.txt -Value b -Message m -Parent $parent", ("parent", first)).SingleError;
        module.Run("Set-BitbucketContent demo/docs a.txt -Value c -Message m -Branch off/first -Parent $parent", ("parent", first)).Clean();
        module.Run("Set-BitbucketContent demo/docs a.txt -Value d -Message m -Branch off/second -Parent off/first").Clean();

        Assert.StartsWith("Conflict,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("demo/docs", $"{error} {error.TargetObject}", StringComparison.Ordinal);
        Assert.Equal(second, await GetSourceTests.HashAsync(sandbox, "docs", "main"));
        Assert.Equal(first, await GetSourceTests.HashAsync(sandbox, "docs", "off/first^"));
        Assert.Equal(await GetSourceTests.HashAsync(sandbox, "docs", "off/first"), await GetSourceTests.HashAsync(sandbox, "docs", "off/second^"));
    }

    [Fact]
    public async Task SetContent_SameContent_IsTheCommitThatTheServiceNames()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run("Set-BitbucketContent demo/docs a.txt -Value a -Message m").Clean();

        string[] hash = module.Run("Set-BitbucketContent demo/docs a.txt -Value a -Message again").Texts("Hash");

        Assert.Equal([await GetSourceTests.HashAsync(sandbox, "docs", "main")], hash);
    }

    [Fact]
    public async Task SetContent_WhatIf_ChangesNothingAndSaysWhat()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        int before = sandbox.Server.Writes.Count;

        Assert.Empty(module.Run("Set-BitbucketContent demo/docs a.txt -Value a -Delete index.md, b.txt -Message m -WhatIf").Clean());
        Assert.Empty(module.Run("Set-BitbucketContent demo/docs a.txt -Value a -Branch x/y -Message m -WhatIf").Clean());
        Assert.Empty(module.Run("Set-BitbucketContent demo/docs -Delete index.md -Message m -WhatIf").Clean());

        Assert.Contains("""Performing the operation "Commit 1 file, and without 2 files" on target "demo/docs:main".""", module.Shown, StringComparison.Ordinal);
        Assert.Contains("""Performing the operation "Commit 1 file" on target "demo/docs:x/y".""", module.Shown, StringComparison.Ordinal);
        Assert.Contains("""Performing the operation "Commit without 1 file" on target "demo/docs:main".""", module.Shown, StringComparison.Ordinal);
        Assert.Equal(before, sandbox.Server.Writes.Count);
    }

    [Theory]
    [InlineData("Set-BitbucketContent demo/docs -Message m", "InvalidArgument")]
    [InlineData("Set-BitbucketContent demo/docs a.txt -Message m", "InvalidArgument")]
    [InlineData("Set-BitbucketContent demo/docs a.txt -SourcePath ./no-such-file -Message m", "FileFailed")]
    [InlineData("Set-BitbucketContent demo/docs -Folder ./no-such-folder -Message m", "FileFailed")]
    [InlineData("Set-BitbucketContent demo/docs 'a/' -Value x -Message m", "InvalidArgument")]
    [InlineData("Set-BitbucketContent demo/docs '../a' -Value x -Message m", "InvalidArgument")]
    [InlineData("Set-BitbucketContent demo/docs -Delete nowhere -Message m", "BadRequest")]
    [InlineData("Set-BitbucketContent demo/docs a -Value x -Author nobody -Message m", "BadRequest")]
    [InlineData("Set-BitbucketContent demo/nowhere a -Value x -Branch main -Message m", "NotFound")]
    [InlineData("Set-BitbucketContent demo/docs a -Value x -Parent no/where -Message m", "NotFound")]
    public async Task SetContent_Impossible_IsOneClearErrorAndNoCommit(string script, string id)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string before = await GetSourceTests.HashAsync(sandbox, "docs", "main");

        ErrorRecord error = module.Run(script).SingleError;

        Assert.StartsWith($"{id},", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(before, await GetSourceTests.HashAsync(sandbox, "docs", "main"));
    }

    [Fact]
    public async Task SetContent_PipedBranch_DoesNotWriteToTheMainBranch()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string before = await GetSourceTests.HashAsync(sandbox, "api", "main");

        ScriptResult result = module.Run("Get-BitbucketBranch demo/api develop | Set-BitbucketContent -Path a.txt -Value a -Message m");

        Assert.NotEmpty(result.AllErrors);
        Assert.Equal(before, await GetSourceTests.HashAsync(sandbox, "api", "main"));
    }

    private static Task<string[]> InGitAsync(SandboxFixture sandbox, string slug, params string[] arguments)
        => Git.LinesAsync(sandbox.Server.RepositoryPath("demo", slug), arguments);

    private static Task WriteAsync(DirectoryInfo folder, string path, string text)
    {
        string file = Path.Combine(folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
    }
}
