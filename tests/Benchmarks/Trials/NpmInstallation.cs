using System.ComponentModel;
using System.Diagnostics;

namespace BitbucketPS.Benchmarks.Trials;

/// <summary>npm's bitbucket, in the version that package-lock.json names, installed below artifacts.</summary>
internal static class NpmInstallation
{
    private const string Lock = "package-lock.json";
    private const string Script = "contender.js";

    private static readonly string s_source = Path.Combine(Checkout.Root, "tests", "Benchmarks", "Npm");
    private static readonly string s_folder = Path.Combine(Checkout.Root, "artifacts", "benchmarks-npm");

    /// <summary>Installs it, unless it is there.</summary>
    /// <returns>Why it is not there; null if it is.</returns>
    public static async Task<string?> EnsureAsync()
    {
        bool installed = Directory.Exists(Path.Combine(s_folder, "node_modules")) && SameLock();
        Directory.CreateDirectory(s_folder);
        foreach (string file in new[] { "package.json", Lock, Script })
        {
            File.Copy(Path.Combine(s_source, file), Path.Combine(s_folder, file), overwrite: true);
        }

        try
        {
            return installed ? null : await InstallAsync();
        }
        catch (Win32Exception)
        {
            return "npm is not installed";
        }
    }

    /// <summary>How to start it against a server.</summary>
    public static ProcessStartInfo StartInfo(string server) => new("node", [Script, server])
    {
        WorkingDirectory = s_folder,
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    private static bool SameLock()
    {
        string copy = Path.Combine(s_folder, Lock);
        return File.Exists(copy)
            && string.Equals(File.ReadAllText(copy), File.ReadAllText(Path.Combine(s_source, Lock)), StringComparison.Ordinal);
    }

    private static async Task<string?> InstallAsync()
    {
        ProcessStartInfo start = new(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        {
            WorkingDirectory = s_folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process npm = Process.Start(start)!;
        Task<string> output = npm.StandardOutput.ReadToEndAsync();
        string errors = await npm.StandardError.ReadToEndAsync();
        await output;
        await npm.WaitForExitAsync();
        return npm.ExitCode == 0 ? null : $"npm ci failed: {errors.Trim().ReplaceLineEndings(" ")}";
    }
}
