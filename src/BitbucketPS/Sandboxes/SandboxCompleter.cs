using System.Collections;
using System.ComponentModel;
using System.Globalization;

namespace BitbucketPS.Cmdlets;

/// <summary>Completes the processes of sandboxes. None of them is asked.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SandboxCompleter : WordCompleter
{
    private protected override IEnumerable<string> Words(IDictionary boundParameters)
        => new SandboxRegistry(static _ => { }).Read()
            .OrderByDescending(sandbox => sandbox.StartedOn)
            .Select(sandbox => sandbox.ProcessId.ToString(CultureInfo.InvariantCulture));
}
