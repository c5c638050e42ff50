using System.Diagnostics;

namespace BitbucketPS.Tests.Hosting;

/// <summary>The shell at a terminal, where it may draw.</summary>
internal static class ShellTerminal
{
    private const string Program = "/usr/bin/script";

    /// <summary>Runs a script there. Where nothing makes a terminal, the test is skipped.</summary>
    /// <param name="file">The script.</param>
    /// <param name="columns">How wide the terminal is.</param>
    /// <param name="environment">Variables for the shell.</param>
    /// <returns>All that the terminal was sent.</returns>
    public static async Task<string> RunAsync(string file, int columns, params (string Name, string Value)[] environment)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists(Program), "There is nothing here that makes a terminal.");
        ProcessStartInfo start = new(Program, ["-qec", $"stty cols {columns}; exec dotnet '{Checkout.Shell}' '{file}'", "/dev/null"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["TERM"] = "xterm";
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process terminal = Process.Start(start)!;
        string output = await terminal.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await terminal.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output;
    }
}
