using System.ComponentModel;
using System.Diagnostics;

namespace BitbucketPS.Benchmarks.Contenders.External;

/// <summary>A contender that is no part of this program. It is installed below artifacts when it is first asked for.</summary>
internal abstract class ExternalProgram
{
    /// <summary>Installs it, unless it is there.</summary>
    /// <returns>Why it is not there; null if it is.</returns>
    public abstract Task<string?> EnsureAsync();

    /// <summary>How to start it against a server.</summary>
    public abstract ProcessStartInfo StartInfo(string server);

    /// <summary>Where the sources of such a program are.</summary>
    protected static string Source(string folder) => Path.Combine(Checkout.Root, "tests", "Benchmarks", folder);

    /// <summary>Where it is installed.</summary>
    protected static string Target(string folder) => Path.Combine(Checkout.Root, "artifacts", folder);

    /// <summary>A start whose output and errors are read.</summary>
    protected static ProcessStartInfo Read(string program, params string[] arguments) => new(program, arguments)
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    /// <summary>Runs an installer to its end.</summary>
    /// <returns>Why it failed; null if it did not.</returns>
    protected static async Task<string?> InstallAsync(ProcessStartInfo start)
    {
        try
        {
            using Process installer = Process.Start(start)!;
            Task<string> output = installer.StandardOutput.ReadToEndAsync();
            string errors = await installer.StandardError.ReadToEndAsync() + await output;
            await installer.WaitForExitAsync();
            return installer.ExitCode == 0 ? null : $"{start.FileName} failed: {errors.Trim().ReplaceLineEndings(" ")}";
        }
        catch (Win32Exception)
        {
            return $"there is no {start.FileName}";
        }
    }
}
