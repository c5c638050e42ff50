using System.Reflection;

namespace BitbucketPS.Tests.Hosting;

/// <summary>Where the checkout is that the tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = typeof(Checkout).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key is "RepositoryRoot")
        .Value!;

    public static string Manifest { get; } = Path.Combine(Root, "BitbucketPS.psd1");
}
