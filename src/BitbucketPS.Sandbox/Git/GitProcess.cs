using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace BitbucketPS.Sandbox;

/// <summary>Starts the git command: never through a shell, and blind to the user's own configuration.</summary>
internal static class GitProcess
{
    private static readonly string s_nullDevice = OperatingSystem.IsWindows() ? "NUL" : "/dev/null";

    // A repository that another account owns (a shared --data folder) is served all the same. Whatever
    // hooks it holds were written for another server.
    private static readonly string[] s_settings = ["-c", "safe.directory=*", "-c", $"core.hooksPath={s_nullDevice}"];

    /// <summary>Starts git with all three streams redirected.</summary>
    /// <param name="arguments">Passed one by one; the caller keeps values from looking like options.</param>
    /// <param name="protocolVersion">See <see cref="GitPipes.ProtocolVersion"/>.</param>
    /// <exception cref="SandboxException">There is no git command on the PATH.</exception>
    public static Process Start(IEnumerable<string> arguments, int protocolVersion)
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
        if (protocolVersion > 0)
        {
            start.Environment["GIT_PROTOCOL"] = FormattableString.Invariant($"version={protocolVersion}");
        }

        foreach (string argument in s_settings.Concat(arguments))
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

    /// <summary>Ends it and those it started.</summary>
    public static void Kill(Process process)
    {
        try
        {
            // upload-pack and receive-pack have others work for them.
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It, or one of those it started, has ended by itself.
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
}
