using System.Collections;
using System.ComponentModel;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>Completes the names of the API's operations.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OperationCompleter : WordCompleter
{
    private protected override IEnumerable<string> Words(IDictionary boundParameters)
        => OperationCatalogue.All.Where(OperationSearch.IsServed).Select(operation => operation.Name).Order(StringComparer.Ordinal);
}
