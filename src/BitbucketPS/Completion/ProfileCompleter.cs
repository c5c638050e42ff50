using System.Collections;
using System.ComponentModel;

namespace BitbucketPS.Cmdlets;

/// <summary>Completes the names of saved profiles. No session is needed, and no server is asked.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ProfileCompleter : WordCompleter
{
    // A prompt that hangs is worse than one without names; a keyring may wait for somebody to unlock it.
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(2);

    private protected override IEnumerable<string> Words(IDictionary boundParameters)
    {
        // A vault may ask for its password, and a half-typed line is no place for that.
        if (boundParameters["Vault"] is not null)
        {
            return [];
        }

        using CancellationTokenSource deadline = new(s_deadline);
        return ProfileAccess.Open(static _ => { }).ListAsync(deadline.Token).GetAwaiter().GetResult().Select(entry => entry.Profile.Name);
    }
}
