using System.Diagnostics;
using System.Text;

namespace BitbucketPS.Tests.Hosting;

/// <summary>The shell as a program of its own: what the README's first command runs.</summary>
internal static class ShellProcess
{
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        string[] arguments,
        string input = "",
        params (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = new("dotnet", [Checkout.Shell, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        start.Environment[OwnRegistry.Variable] = OwnRegistry.NewFolder();
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process shell = Process.Start(start)!;
        Task<string> output = shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> errors = shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.StandardInput.WriteAsync(input);
        shell.StandardInput.Close();
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (shell.ExitCode, await output, await errors);
    }
}
