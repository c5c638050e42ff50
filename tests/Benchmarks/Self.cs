using System.Diagnostics;
using System.Reflection;

namespace BitbucketPS.Benchmarks;

/// <summary>This program, to be started anew.</summary>
internal static class Self
{
    /// <summary>How to start it, with its output and errors to be read.</summary>
    public static ProcessStartInfo StartInfo(params string[] arguments)
    {
        string program = Environment.ProcessPath!;
        // Started as "dotnet Benchmarks.dll", the program is dotnet, and has to be told what to run.
        string[] assembly = Path.GetFileNameWithoutExtension(program) is "dotnet" ? [Assembly.GetExecutingAssembly().Location] : [];
        return new(program, [.. assembly, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }
}
