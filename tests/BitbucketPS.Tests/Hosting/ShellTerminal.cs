using System.Diagnostics;
using System.Text;

namespace BitbucketPS.Tests.Hosting;

/// <summary>The shell at a terminal, where it may draw and be typed to.</summary>
internal sealed class ShellTerminal : IDisposable
{
    private const string Program = "/usr/bin/script";

    private readonly Process _process;

    private ShellTerminal(Process process)
    {
        _process = process;
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Runs a script there.</summary>
    /// <param name="file">The script.</param>
    /// <param name="columns">How wide the terminal is.</param>
    /// <param name="environment">Variables for the shell.</param>
    /// <returns>All that the terminal was sent.</returns>
    public static async Task<string> RunAsync(string file, int columns, params (string Name, string Value)[] environment)
    {
        using ShellTerminal terminal = Start($"'{file}'", columns, environment);
        string output = await terminal._process.StandardOutput.ReadToEndAsync(Stop);
        await terminal._process.WaitForExitAsync(Stop);
        return output;
    }

    /// <summary>Starts the shell. Where nothing makes a terminal, the test is skipped.</summary>
    /// <param name="arguments">What it is told on its command line.</param>
    /// <param name="columns">How wide the terminal is.</param>
    /// <param name="environment">Variables for the shell.</param>
    public static ShellTerminal Start(string arguments, int columns = 120, params (string Name, string Value)[] environment)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists(Program), "There is nothing here that makes a terminal.");
        ProcessStartInfo start = new(Program, ["-qec", $"stty cols {columns}; exec dotnet '{Checkout.Shell}' {arguments}", "/dev/null"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        start.Environment["TERM"] = "xterm";
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return new(Process.Start(start)!);
    }

    /// <summary>Types something.</summary>
    public async Task TypeAsync(string keys)
    {
        await _process.StandardInput.WriteAsync(keys.AsMemory(), Stop);
        await _process.StandardInput.FlushAsync(Stop);
    }

    /// <summary>What the terminal is sent until a text is there; fails if it ends before.</summary>
    public async Task<string> ReadUntilAsync(string text)
    {
        StringBuilder seen = new();
        char[] next = new char[1];
        while (!seen.ToString().EndsWith(text, StringComparison.Ordinal))
        {
            Assert.True(await _process.StandardOutput.ReadAsync(next.AsMemory(), Stop) == 1, $"It ended after: {seen}");
            seen.Append(next[0]);
        }

        return seen.ToString();
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
