using System.Management.Automation;

namespace BitbucketPS;

/// <summary>Called by the engine when the module goes: its session, and a sandbox that nothing but the session holds, do not outlive it.</summary>
public sealed class ModuleLifetime : IModuleAssemblyCleanup
{
    /// <inheritdoc />
    public void OnRemove(PSModuleInfo psModuleInfo) => DefaultSession.Close();
}
