using System.Collections;
using System.ComponentModel;
using BitbucketPS.Profiles;

namespace BitbucketPS.Cmdlets;

/// <summary>Completes the names of the vaults of SecretManagement, where that module is loaded.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class VaultCompleter : WordCompleter
{
    private protected override IEnumerable<string> Words(IDictionary boundParameters)
        => SecretModule.Find(CurrentRunspace.CreateShell)?.VaultNames() ?? [];
}
