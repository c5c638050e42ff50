using System.Diagnostics;

namespace BitbucketPS.Benchmarks.Contenders.External;

/// <summary>A whole PowerShell, in the version of the engine that is hosted here, and a script in it.</summary>
/// <param name="way">How the script lists branches.</param>
internal sealed class PwshProgram(string way) : ExternalProgram
{
    private const string Version = "7.6.9";

    private static readonly string s_target = Target($"benchmarks-pwsh-{Version}");
    private static readonly string s_program = Path.Combine(s_target, OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh");

    /// <inheritdoc />
    public override async Task<string?> EnsureAsync() => File.Exists(s_program)
        ? null
        : await InstallAsync(Read("dotnet", "tool", "install", "PowerShell", "--version", Version, "--tool-path", s_target));

    /// <inheritdoc />
    public override ProcessStartInfo StartInfo(string server)
        => Read(s_program, "-NoProfile", "-NonInteractive", "-File", Path.Combine(Source("Pwsh"), "contender.ps1"), server, way, Checkout.Manifest);
}
