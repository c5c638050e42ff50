using System.Diagnostics;
using System.Management.Automation;
using System.Net.Sockets;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Source;

public sealed class SetContentInputTests
{
    [Theory]
    [InlineData("-Folder $folder", "pipe")]
    [InlineData("-Path a -SourcePath $folder/pipe", "pipe")]
    [InlineData("-Path a -SourcePath $folder/link", "link")]
    [InlineData("-Path a -SourcePath /dev/zero", "/dev/zero")]
    public async Task SetContent_NamedPipe_IsRefusedAndNotWaitedFor(string arguments, string named)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "There are named pipes of this kind on Linux.");
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            using Process make = Process.Start("mkfifo", Path.Combine(folder.FullName, "pipe"));
            await make.WaitForExitAsync(TestContext.Current.CancellationToken);
            File.CreateSymbolicLink(Path.Combine(folder.FullName, "link"), "pipe");

            ErrorRecord error = module.Run($"Set-BitbucketContent demo/docs {arguments} -Message m", ("folder", folder.FullName)).SingleError;

            Assert.StartsWith("FileFailed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains($"{named}' is no regular file", $"{error}", StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task SetContent_Socket_IsRefused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There they are no files.");
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            using Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            socket.Bind(new UnixDomainSocketEndPoint(Path.Combine(folder.FullName, "socket")));

            ErrorRecord error = module.Run("Set-BitbucketContent demo/docs -Folder $folder -Message m", ("folder", folder.FullName)).SingleError;

            Assert.StartsWith("FileFailed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains("socket' is no regular file", $"{error}", StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task SetContent_EmptyFiles_AreCommitted()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "empty"), "", TestContext.Current.CancellationToken);

            module.Run("Set-BitbucketContent demo/docs -Folder $folder -Message m", ("folder", folder.FullName)).Clean();

            Assert.Equal(["0"], module.Run("Get-BitbucketSource demo/docs empty").Texts("Size"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("-Path a -SourcePath ./no-such-file")]
    [InlineData("-Folder ./no-such-folder")]
    public async Task SetContent_WhatCannotBeRead_IsAnErrorOfReading(string arguments)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ErrorRecord error = module.Run($"Set-BitbucketContent demo/docs {arguments} -Message m").SingleError;

        Assert.Equal(ErrorCategory.ReadError, error.CategoryInfo.Category);
        Assert.StartsWith("FileFailed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("Nothing was sent.", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }
}
