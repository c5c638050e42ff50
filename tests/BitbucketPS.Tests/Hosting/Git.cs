using System.Diagnostics;

namespace BitbucketPS.Tests.Hosting;

/// <summary>Asks git itself, which knows nothing of the sandbox.</summary>
internal static class Git
{
    public static async Task<string[]> LinesAsync(string folder, params string[] arguments)
    {
        ProcessStartInfo start = new("git", ["-C", folder, .. arguments])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        using Process git = Process.Start(start)!;
        string output = await git.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await git.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, git.ExitCode);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
