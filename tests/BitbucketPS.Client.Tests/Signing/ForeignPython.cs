using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;

namespace BitbucketPS.Client.Tests.Signing;

/// <summary>A Python that has oauthlib, and the scripts in tests/foreign; tests skip where there is none.</summary>
internal static class ForeignPython
{
    // Debian's own first: a Python from elsewhere does not see Debian's packages.
    private static readonly string[] s_candidates = ["/usr/bin/python3", "python3", "python"];

    private static readonly Lazy<string?> s_python = new(() => s_candidates.FirstOrDefault(HasOAuthLib));

    /// <summary>The path of a script in tests/foreign.</summary>
    public static string Script(string name)
        => Path.Combine(
            typeof(ForeignPython).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .Single(attribute => string.Equals(attribute.Key, "RepositoryRoot", StringComparison.Ordinal)).Value!,
            "tests",
            "foreign",
            name);

    /// <summary>The Python; skips the test where there is none.</summary>
    public static string Require()
    {
        Assert.SkipWhen(s_python.Value is null, "No Python with oauthlib, jwt and cryptography: apt-get install python3-oauthlib python3-jwt python3-cryptography");
        return s_python.Value!;
    }

    /// <summary>Starts a script with its input and output redirected.</summary>
    public static Process Start(string script, params string[] arguments)
        => Process.Start(new ProcessStartInfo(Require(), [Script(script), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;

    private static bool HasOAuthLib(string python)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(python, ["-c", "import oauthlib.oauth1, jwt, cryptography"])
            {
                UseShellExecute = false,
                RedirectStandardError = true,
            })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
