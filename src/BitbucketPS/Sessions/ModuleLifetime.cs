using System.Management.Automation;

namespace BitbucketPS;

/// <summary>Called by the engine when the module goes: sessions and sandboxes do not outlive it.</summary>
public sealed class ModuleLifetime : IModuleAssemblyCleanup
{
    /// <inheritdoc />
    public void OnRemove(PSModuleInfo psModuleInfo) => DefaultSession.CloseAll();
}
