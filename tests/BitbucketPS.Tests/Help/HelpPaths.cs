using System.Reflection;

namespace BitbucketPS.Tests.Help;

/// <summary>Where the module, the tool and its input lie.</summary>
internal static class HelpPaths
{
    private static readonly Assembly s_tests = typeof(HelpPaths).Assembly;

    public static string Root { get; } = s_tests.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key is "RepositoryRoot").Value!;

    public static string Manifest => Path.Combine(Root, "BitbucketPS.psd1");

    public static string Module => Path.Combine(Root, "module");

    public static string Docs => Path.Combine(Root, "docs");

    public static string Tool => Path.Combine(Root, "src", "BitbucketPS.Help", "bin", Configuration, "net10.0", "BitbucketPS.Help.dll");

    public static string Cmdlets => Path.Combine(Root, "src", "BitbucketPS", "bin", Configuration, "net8.0", "BitbucketPS.dll");

    private static string Configuration => s_tests.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
}
