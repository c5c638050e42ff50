using System.Management.Automation;
using System.Reflection;
using System.Runtime.InteropServices;

namespace BitbucketPS.Benchmarks;

/// <summary>What the figures were measured on; without it they say nothing.</summary>
internal static class Machine
{
    private const string LinuxProcessors = "/proc/cpuinfo";

    /// <summary>Processor, cores, system, runtime and engine, in one line.</summary>
    public static string Describe() => string.Join(
        "; ",
        $"{Processor()}, {Environment.ProcessorCount} cores",
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        $"System.Management.Automation {EngineVersion()}");

    // The assembly's own version stays at 7.6.0; what follows the blank is the commit it was built from.
    private static string? EngineVersion() => typeof(PowerShell).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split(' ', '+')[0];

    private static string Processor()
        => LinuxProcessor() ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? RuntimeInformation.ProcessArchitecture.ToString();

    private static string? LinuxProcessor() => File.Exists(LinuxProcessors)
        ? File.ReadLines(LinuxProcessors)
            .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?
            .Split(':', 2)[1].Trim()
        : null;
}
