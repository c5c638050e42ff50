using System.Collections;
using System.ComponentModel;

namespace BitbucketPS.Cmdlets;

/// <summary>Completes the groups of resources that the session has counted requests of. No server is asked.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RateLimitCompleter : WordCompleter
{
    private protected override IEnumerable<string> Words(IDictionary boundParameters)
    {
        BitbucketSession? session = boundParameters["Session"] as BitbucketSession ?? DefaultSession.Current;
        return session?.Client.GetRateLimits().Select(limit => limit.Resource) ?? [];
    }
}
