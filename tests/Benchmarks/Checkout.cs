using System.Reflection;

namespace BitbucketPS.Benchmarks;

/// <summary>The checkout that this program was built from, and the module that was built in it.</summary>
internal static class Checkout
{
    private static readonly string s_root = typeof(Checkout).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key is "RepositoryRoot")
        .Value!;

    /// <summary>The manifest, which is what users import.</summary>
    public static string Manifest { get; } = Path.Combine(s_root, "BitbucketPS.psd1");

    /// <summary>
    /// How the module was built. It is used in place, so module/ holds what was built last, perhaps by another command than
    /// the one that started this program.
    /// </summary>
    public static string ModuleConfiguration()
        => Assembly.LoadFrom(Path.Combine(s_root, "module", "BitbucketPS.dll"))
            .GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "unknown";
}
