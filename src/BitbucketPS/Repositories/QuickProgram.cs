using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace BitbucketPS;

/// <summary>
/// Asks a program that answers at once. It cannot ask the person anything, and what does not answer in time is ended.
/// </summary>
internal static class QuickProgram
{
    /// <summary>How long a command may be kept waiting for what is only looked up: as long as a busy machine needs for a few programs.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(10);

    /// <summary>What it wrote, and how it ended; null where it is not on this machine.</summary>
    /// <exception cref="TimeoutException">It did not answer in time.</exception>
    public static async Task<QuickAnswer?> AskAsync(string program, IEnumerable<string> arguments, TimeSpan patience)
    {
        using Process? process = Start(program, arguments);
        if (process is null)
        {
            return null;
        }

        // Both at once: a pipe that nobody empties would stop it.
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        try
        {
            await Task.WhenAll(output, errors, process.WaitForExitAsync()).WaitAsync(patience).ConfigureAwait(false);
            return new(process.ExitCode, await output.ConfigureAwait(false), await errors.ConfigureAwait(false));
        }
        catch (TimeoutException)
        {
            End(process);
            throw;
        }
    }

    private static Process? Start(string program, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };

        // What is told apart by its message is told apart in English; and nothing may ask for a password.
        start.Environment["LC_ALL"] = "C";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended by itself meanwhile.
        }
    }
}
