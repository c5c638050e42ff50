using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Source;

public sealed class DownloadTests
{
    [Fact]
    public async Task GetContent_OutFileThatCannotBeWritten_SaysSoOfEach()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string nowhere = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()) + Path.DirectorySeparatorChar;

        ScriptResult result = module.Run("Get-BitbucketContent demo/website README.md, src/app.ts -OutFile $place", ("place", nowhere));

        Assert.Equal(2, result.Errors.Count);
        Assert.All(result.Errors, error => Assert.StartsWith("FileFailed,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Get-BitbucketContent demo/website README.md")]
    [InlineData("Get-BitbucketDiff demo/website main")]
    [InlineData("Get-BitbucketPatch demo/website main")]
    [InlineData("Invoke-BitbucketRequest /user")]
    public async Task OutFile_OnADriveWithoutFiles_IsRefused(string command)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string name = Path.GetRandomFileName();

        ErrorRecord error = module.Run($"{command} -OutFile Env:{name}").SingleError;

        Assert.StartsWith("InvalidArgument,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains($"'Env:{name}' is on a drive of Environment", $"{error}", StringComparison.Ordinal);
        Assert.False(File.Exists(name));
    }

    [Fact]
    public async Task GetContent_OutFileBelowALink_IsRefused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            string elsewhere = folder.CreateSubdirectory("elsewhere").FullName;
            string clone = folder.CreateSubdirectory("clone").FullName;
            Directory.CreateSymbolicLink(Path.Combine(clone, "src"), elsewhere);

            ScriptResult result = module.Run("Get-BitbucketContent demo/website README.md, src/app.ts -OutFile $clone", ("clone", clone));

            Assert.StartsWith("InvalidArgument,", result.SingleError.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains("'src/app.ts' would be written to where the link", $"{result.SingleError}", StringComparison.Ordinal);
            Assert.Empty(Directory.GetFiles(elsewhere));
            Assert.True(File.Exists(Path.Combine(clone, "README.md")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task GetContent_OutFileDriveAsAWhole_IsAFolderToo()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string place = Path.GetPathRoot(Path.GetTempPath())!;
        string missing = Path.GetRelativePath(place, Path.GetTempPath()).Replace(Path.DirectorySeparatorChar, '/').TrimEnd('/') + "/missing.md";

        ErrorRecord error = module.Run("Get-BitbucketContent demo/website $missing -OutFile $place", ("missing", missing), ("place", place)).SingleError;

        Assert.StartsWith("NotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetContent_OutFileAfterAMissingFile_IsWritten()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            ScriptResult result = module.Run("Get-BitbucketContent demo/website gone.md, also-gone.md, README.md, src/app.ts -OutFile $file", ("file", file));

            Assert.Equal(["NotFound", "NotFound", "InvalidArgument"], result.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
            Assert.Contains("'src/app.ts' would replace", $"{result.Errors[2]}", StringComparison.Ordinal);
            Assert.StartsWith("Website", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task GetContent_SameNameInManyRepositories_IsWrittenOnce()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            ScriptResult result = module.Run(
                "'demo/docs', 'demo/website', 'demo/api', 'demo/mobile-app' | Get-BitbucketContent -Path README.md -OutFile $folder", ("folder", folder.FullName));

            Assert.Equal(["NotFound", "InvalidArgument", "InvalidArgument"], result.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
            string text = await File.ReadAllTextAsync(Path.Combine(folder.FullName, "README.md"), TestContext.Current.CancellationToken);
            Assert.StartsWith("Website", text, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task GetContent_OutFileThatDiffersInCase_IsTheSameFileWhereTheSystemSaysSo()
    {
        Assert.SkipUnless(OperatingSystem.IsWindows() || OperatingSystem.IsMacOS(), "Here they are two files.");
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            module.Run("'same.md', 'SAME.md' | ForEach-Object { Set-BitbucketContent demo/docs $_ -Value $_ -Message m }").Clean();

            ErrorRecord error = module.Run("Get-BitbucketContent demo/docs same.md, SAME.md -OutFile $folder", ("folder", folder.FullName)).SingleError;

            Assert.StartsWith("InvalidArgument,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
