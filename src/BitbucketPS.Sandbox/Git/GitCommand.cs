using System.Diagnostics;

namespace BitbucketPS.Sandbox;

/// <summary>Runs the git command to its end.</summary>
internal static class GitCommand
{
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
        using MemoryStream output = new();
        GitResult result = await StreamAsync(arguments, new(writeInput, output), cancellationToken);
        return result with { Output = output.ToArray() };
    }

    /// <summary>Runs git to its end, input and output passing through; the result holds no output.</summary>
    /// <param name="arguments">Passed one by one; the caller keeps values from looking like options.</param>
    /// <param name="pipes">Both ends.</param>
    /// <param name="cancellationToken">Kills the process and those it started.</param>
    /// <exception cref="SandboxException">There is no git command on the PATH.</exception>
    public static async Task<GitResult> StreamAsync(
        IEnumerable<string> arguments,
        GitPipes pipes,
        CancellationToken cancellationToken)
    {
        using Process process = GitProcess.Start(arguments, pipes.ProtocolVersion);
        using CancellationTokenRegistration kill = cancellationToken.Register(() => GitProcess.Kill(process));
        Task reading = ReadOutputAsync(process, pipes.Output);
        Task<string> errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await WriteInputAsync(process, pipes.WriteInput);
        await Task.WhenAll(reading, errors, process.WaitForExitAsync(CancellationToken.None));
        cancellationToken.ThrowIfCancellationRequested();
        return new(process.ExitCode, [], await errors);
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

    private static async Task ReadOutputAsync(Process process, Stream output)
    {
        try
        {
            await process.StandardOutput.BaseStream.CopyToAsync(output, CancellationToken.None);
        }
        catch
        {
            // git would wait for ever for somebody to read on.
            GitProcess.Kill(process);
            throw;
        }
    }

    private static async Task WriteInputAsync(Process process, Func<Stream, Task>? writeInput)
    {
        // The writer around it would fail to close once git has ended.
        await using Stream input = process.StandardInput.BaseStream;
        try
        {
            await (writeInput?.Invoke(input) ?? Task.CompletedTask);
        }
        catch (IOException)
        {
            // git ended before it read everything: its exit code and message say why.
        }
    }
}
