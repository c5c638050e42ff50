using System.Runtime.CompilerServices;

namespace BitbucketPS.Tests.Hosting;

/// <summary>
/// A list of sandboxes that no other test and no other program looks into: a test finds none of the person's, nor those of tests
/// that run beside it. The variable is that of the whole process, so that tests that look for sandboxes run one after the other.
/// </summary>
internal sealed class OwnRegistry : IDisposable
{
    public const string Variable = "BITBUCKETPS_SANDBOX_REGISTRY";

    /// <summary>The collection of the tests that start sandboxes in this process.</summary>
    public const string Collection = "Sandboxes of this process";

    private static readonly DirectoryInfo s_root = Directory.CreateTempSubdirectory("bitbucketps-sandboxes-");

    public OwnRegistry()
    {
        Folder = NewFolder();
        Environment.SetEnvironmentVariable(Variable, Folder);
    }

    public string Folder { get; }

    /// <summary>The files of the sandboxes that are listed.</summary>
    public string[] Files => Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*.json") : [];

    /// <summary>A folder that is not there yet, for a process of its own.</summary>
    public static string NewFolder() => Path.Combine(s_root.FullName, Guid.NewGuid().ToString("N"));

    public void Dispose() => Environment.SetEnvironmentVariable(Variable, Path.Combine(s_root.FullName, "others"));

    [ModuleInitializer]
    internal static void Use()
    {
        Environment.SetEnvironmentVariable(Variable, Path.Combine(s_root.FullName, "others"));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => s_root.Delete(recursive: true);
    }
}
