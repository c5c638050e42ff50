using System.Runtime.CompilerServices;

namespace BitbucketPS.Tests.Hosting;

/// <summary>Gives this process, and the shells that it starts, a store of profiles of their own: no test touches the person's.</summary>
internal static class OwnProfileStore
{
    [ModuleInitializer]
    internal static void Use()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("bitbucketps-profiles-");
        Environment.SetEnvironmentVariable("BITBUCKET_PROFILE_PATH", folder.FullName);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
    }
}
