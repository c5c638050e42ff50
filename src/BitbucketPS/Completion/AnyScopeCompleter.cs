using System.Collections;
using System.ComponentModel;

namespace BitbucketPS.Cmdlets;

/// <summary>Completes scopes, those of OAuth consumers and access tokens and those of API tokens.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AnyScopeCompleter : WordCompleter
{
    private protected override IEnumerable<string> Words(IDictionary boundParameters) => CommandSearch.Known();
}
