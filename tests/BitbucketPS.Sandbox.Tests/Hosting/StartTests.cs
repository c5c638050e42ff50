namespace BitbucketPS.Sandbox.Tests;

/// <summary>What becomes of a start that nobody wants any more, or in a place that is not as it should be.</summary>
public sealed class StartTests : IDisposable
{
    private readonly DirectoryInfo _temporary = Directory.CreateTempSubdirectory("sandbox-tests-");

    private string Data => Path.Combine(_temporary.FullName, "data");

    public void Dispose() => _temporary.Delete(recursive: true);

    [Fact]
    public async Task Input_that_is_closed_before_it_is_up_ends_it()
    {
        using SandboxProcess process = new(_temporary.FullName, "--announce-json", "--exit-with-stdin", "--seed", "size=large");
        process.CloseInput();

        Assert.Equal((0, "", ""), await process.EndAsync());
        Assert.Empty(_temporary.EnumerateFileSystemInfos("bitbucket-sandbox-*"));
    }

    [Theory]
    [InlineData("1.9.0")]
    [InlineData("2.37.7.windows.1")]
    public async Task Old_git_is_told_at_the_start(string version)
    {
        SkipOnWindows();
        string git = Path.Combine(_temporary.CreateSubdirectory("old").FullName, "git");
        await File.WriteAllTextAsync(git, $"#!/bin/sh\necho git version {version}\n", TestContext.Current.CancellationToken);
        using SandboxProcess process = SandboxProcess.StartBy(
            $"chmod +x '{git}'; PATH='{Path.GetDirectoryName(git)}':$PATH; exec \"$@\"", _temporary.FullName, "--seed", "empty");

        (int exitCode, string output, string error) = await process.EndAsync();

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Equal($"The sandbox needs git 2.38 or later; the one on the PATH is git version {version}.", error.Trim());
    }

    [Fact]
    public async Task Data_that_cannot_be_read_is_named()
    {
        Directory.CreateDirectory(Path.Combine(Data, "state.jsonl"));
        using SandboxProcess process = new(_temporary.FullName, "--data", Data);

        (int exitCode, string output, string error) = await process.EndAsync();

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains("state.jsonl", Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_folder_that_it_makes_is_for_its_owner_alone()
    {
        SkipOnWindows();
        await using SandboxServer server = await SandboxServer.StartAsync(new() { DataDirectory = Data }, TestContext.Current.CancellationToken);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, new DirectoryInfo(Data).UnixFileMode);
    }

    [Fact]
    public async Task Closed_output_does_not_keep_it_from_running()
    {
        SkipOnWindows();
        using SandboxProcess process = SandboxProcess.StartBy("exec \"$@\" >&-", _temporary.FullName, "--seed", "empty", "--exit-with-stdin");
        string? error = await process.ReadErrorLineAsync();
        process.CloseInput();

        Assert.StartsWith("The standard output cannot be written to", error, StringComparison.Ordinal);
        Assert.Equal((0, "", ""), await process.EndAsync());
    }

    private static void SkipOnWindows() => Assert.SkipWhen(OperatingSystem.IsWindows(), "There it is a matter of other rights and another shell.");
}
