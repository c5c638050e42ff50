using System.Diagnostics;

namespace BitbucketPS.Benchmarks.Contenders.External;

/// <summary>npm's bitbucket, in the version that package-lock.json names.</summary>
internal sealed class NpmProgram : ExternalProgram
{
    private const string Lock = "package-lock.json";
    private const string Script = "contender.js";

    private static readonly string s_source = Source("Npm");
    private static readonly string s_target = Target("benchmarks-npm");

    /// <inheritdoc />
    public override async Task<string?> EnsureAsync()
    {
        bool installed = Directory.Exists(Path.Combine(s_target, "node_modules")) && SameLock();
        Directory.CreateDirectory(s_target);
        foreach (string file in new[] { "package.json", Lock, Script })
        {
            File.Copy(Path.Combine(s_source, file), Path.Combine(s_target, file), overwrite: true);
        }

        ProcessStartInfo start = Read(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        start.WorkingDirectory = s_target;
        return installed ? null : await InstallAsync(start);
    }

    /// <inheritdoc />
    public override ProcessStartInfo StartInfo(string server)
    {
        ProcessStartInfo start = Read("node", Script, server);
        start.WorkingDirectory = s_target;
        return start;
    }

    private static bool SameLock()
    {
        string copy = Path.Combine(s_target, Lock);
        return File.Exists(copy)
            && string.Equals(File.ReadAllText(copy), File.ReadAllText(Path.Combine(s_source, Lock)), StringComparison.Ordinal);
    }
}
