using System.Diagnostics;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>The git command of a person without any configuration, in a folder of their own.</summary>
public sealed class GitClient : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("sandbox-git-");

    public string Folder => _home.FullName;

    /// <summary>Runs git, and expects it to succeed.</summary>
    public async Task<string> RunAsync(params string[] arguments)
    {
        (int exitCode, string output, string error) = await TryAsync(arguments);
        Assert.True(exitCode == 0, error);
        return output.Trim();
    }

    /// <summary>Runs git, and gives what it says when it fails.</summary>
    public async Task<string> FailAsync(params string[] arguments)
    {
        (int exitCode, string _, string error) = await TryAsync(arguments);
        Assert.NotEqual(0, exitCode);
        return error;
    }

    public async Task<(int ExitCode, string Output, string Error)> TryAsync(params string[] arguments)
    {
        ProcessStartInfo start = new("git", arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        Isolate(start.Environment);
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        Task<string> error = process.StandardError.ReadToEndAsync(cancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, output, await error);
    }

    /// <summary>Writes a file of the clone, and commits it.</summary>
    public async Task CommitAsync(string clone, string file, byte[] content)
    {
        await File.WriteAllBytesAsync(Path.Combine(Folder, clone, file), content, TestContext.Current.CancellationToken);
        await RunAsync("-C", clone, "add", file);
        await RunAsync("-C", clone, "commit", "--quiet", "-m", "Add " + file);
    }

    public void Dispose()
    {
        foreach (FileInfo file in _home.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            file.Attributes = FileAttributes.Normal;
        }

        _home.Delete(recursive: true);
    }

    private void Isolate(IDictionary<string, string?> environment)
    {
        foreach (string name in environment.Keys.Where(IsForeign).ToArray())
        {
            environment.Remove(name);
        }

        environment["HOME"] = Folder;
        environment["XDG_CONFIG_HOME"] = Folder;
        environment["GIT_CONFIG_NOSYSTEM"] = "1";
        environment["GIT_CONFIG_GLOBAL"] = OperatingSystem.IsWindows() ? "NUL" : "/dev/null";
        environment["GIT_TERMINAL_PROMPT"] = "0";
        environment["GIT_AUTHOR_NAME"] = environment["GIT_COMMITTER_NAME"] = "Dana Demo";
        environment["GIT_AUTHOR_EMAIL"] = environment["GIT_COMMITTER_EMAIL"] = "demo@example.org";
        environment["LC_ALL"] = "C";
    }

    private static bool IsForeign(string name)
        => name.StartsWith("GIT_", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("_PROXY", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("_ASKPASS", StringComparison.OrdinalIgnoreCase);
}
