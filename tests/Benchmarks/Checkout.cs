using System.Reflection;

namespace BitbucketPS.Benchmarks;

/// <summary>The checkout that this program was built from, and the module that was built in it.</summary>
internal static class Checkout
{
    private static readonly string s_root = typeof(Checkout).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key is "RepositoryRoot")
        .Value!;

    /// <summary>The checkout's folder.</summary>
    public static string Root => s_root;

    /// <summary>The manifest, which is what users import.</summary>
    public static string Manifest { get; } = Path.Combine(s_root, "BitbucketPS.psd1");

    /// <summary>The sandbox that was built into the module.</summary>
    public static string Sandbox { get; } = Path.Combine(s_root, "module", "sandbox", "BitbucketPS.Sandbox.dll");

    /// <summary>Makes sure that the module is one to be measured, and says so where it is not.</summary>
    /// <remarks>
    /// It is used in place, so module/ holds what was built last, perhaps by another command than the one that started this
    /// program.
    /// </remarks>
    public static bool HoldsRelease(string file = "BitbucketPS.dll")
    {
        string configuration = Assembly.LoadFrom(Path.Combine(s_root, "module", file))
            .GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "unknown";
        if (configuration is "Release")
        {
            return true;
        }

        Console.Error.WriteLine($"module/ holds a {configuration} build. Run this with: dotnet run -c Release");
        return false;
    }
}
