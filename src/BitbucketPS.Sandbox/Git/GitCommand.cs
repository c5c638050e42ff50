using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace BitbucketPS.Sandbox;

/// <summary>Runs the git command: never through a shell, and blind to the user's own configuration.</summary>
internal static class GitCommand
{
    private static readonly string s_nullDevice = OperatingSystem.IsWindows() ? "NUL" : "/dev/null";

    /// <summary>Runs git to its end.</summary>
    /// <param name="arguments">Passed one by one; the caller keeps values from looking like options.</param>
    /// <param name="writeInput">Writes the standard input; null closes it at once.</param>
    /// <param name="cancellationToken">Kills the process.</param>
    /// <exception cref="SandboxException">There is no git command on the PATH.</exception>
    public static async Task<GitResult> RunAsync(
        IEnumerable<string> arguments,
        Func<Stream, Task>? writeInput,
        CancellationToken cancellationToken)
    {
        using Process process = Start(arguments);
        using CancellationTokenRegistration kill = cancellationToken.Register(() => Kill(process));
        using MemoryStream output = new();
        Task reading = process.StandardOutput.BaseStream.CopyToAsync(output, CancellationToken.None);
        Task<string> errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await WriteInputAsync(process, writeInput);
        await Task.WhenAll(reading, errors, process.WaitForExitAsync(CancellationToken.None));
        cancellationToken.ThrowIfCancellationRequested();
        return new(process.ExitCode, output.ToArray(), await errors);
    }

    /// <summary>Runs git for what cannot fail unless the installation is broken.</summary>
    /// <exception cref="SandboxException">git is missing, or it failed; the message holds its own.</exception>
    public static async Task<GitResult> RunOrThrowAsync(
        IReadOnlyList<string> arguments,
        Func<Stream, Task>? writeInput,
        CancellationToken cancellationToken)
    {
        GitResult result = await RunAsync(arguments, writeInput, cancellationToken);
        return result.Succeeded
            ? result
            : throw new SandboxException($"git {string.Join(' ', arguments)} failed: {result.Error.Trim()}");
    }

    private static Process Start(IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new("git")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        Isolate(start.Environment);

        // A repository that another account owns (a shared --data folder) is served all the same.
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("safe.directory=*");
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new SandboxException("The sandbox needs the git command, and there is none on the PATH.", e);
        }
    }

    private static void Isolate(IDictionary<string, string?> environment)
    {
        // GIT_DIR, GIT_INDEX_FILE and the like are set inside hooks and would lead to another repository.
        foreach (string name in environment.Keys.Where(IsGitVariable).ToArray())
        {
            environment.Remove(name);
        }

        environment["GIT_CONFIG_NOSYSTEM"] = "1";
        environment["GIT_CONFIG_GLOBAL"] = s_nullDevice;
        environment["GIT_TERMINAL_PROMPT"] = "0";
        environment["LC_ALL"] = "C";
    }

    private static bool IsGitVariable(string name) => name.StartsWith("GIT_", StringComparison.OrdinalIgnoreCase);

    private static async Task WriteInputAsync(Process process, Func<Stream, Task>? writeInput)
    {
        try
        {
            if (writeInput is not null)
            {
                await writeInput(process.StandardInput.BaseStream);
            }

            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // git ended before it read everything: its exit code and message say why.
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }
}
