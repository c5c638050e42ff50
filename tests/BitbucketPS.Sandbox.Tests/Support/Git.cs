using System.Diagnostics;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>Asks git itself, past the sandbox.</summary>
public static class Git
{
    public static async Task<string> RunAsync(string repository, params string[] arguments)
    {
        ProcessStartInfo start = new("git", ["--git-dir", repository, .. arguments])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    public static async Task<string[]> BranchesAsync(string repository)
        => (await RunAsync(repository, "for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
