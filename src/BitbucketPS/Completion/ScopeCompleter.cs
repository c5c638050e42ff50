using System.Collections;
using System.ComponentModel;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>Completes the scopes of OAuth consumers: those that any operation asks for.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ScopeCompleter : WordCompleter
{
    private protected override IEnumerable<string> Words(IDictionary boundParameters)
        => OperationCatalogue.All.SelectMany(operation => operation.Scopes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
