using System.Reflection;

namespace BitbucketPS.Tests.Hosting;

/// <summary>Where the checkout is that the tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>The program of the shell, as the build made it.</summary>
    public static string Shell { get; } = Metadata("Shell");

    public static string Manifest { get; } = Path.Combine(Root, "BitbucketPS.psd1");

    private static string Metadata(string key) => typeof(Checkout).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => string.Equals(attribute.Key, key, StringComparison.Ordinal))
        .Value!;
}
