using System.Collections;
using System.ComponentModel;

namespace BitbucketPS.Cmdlets;

/// <summary>Completes the commands of this module.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CommandNameCompleter : WordCompleter
{
    private protected override IEnumerable<string> Words(IDictionary boundParameters) => CommandIndex.Names;
}
