using BitbucketPS.Signing;

namespace BitbucketPS.Profiles;

/// <summary>The tokens of one sign-in, as a saved profile keeps them. Once the profile holds another sign-in, they are kept no more.</summary>
/// <param name="profiles">The store of the profile.</param>
/// <param name="name">The profile's name.</param>
/// <param name="signInId">The sign-in.</param>
public sealed class ProfileTokenStore(IProfileStore profiles, string name, string signInId) : IOAuth2TokenStore
{
    /// <inheritdoc />
    public Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken) => profiles.LockAsync(name, cancellationToken);

    /// <inheritdoc />
    public async Task<OAuth2Token?> ReadAsync(CancellationToken cancellationToken)
    {
        // As a change that changes nothing: a search answers "none" where the store cannot be reached just now as well, and a
        // renewal that took that for "removed" would spend the refresh token and keep the next one nowhere.
        SavedOAuth2? found = null;
        await profiles.UpdateAsync(
            name,
            profile =>
            {
                found = Ours(profile);
                return profile;
            },
            cancellationToken).ConfigureAwait(false);
        return found?.ToToken();
    }

    /// <inheritdoc />
    public Task WriteAsync(OAuth2Token token, CancellationToken cancellationToken)
        => profiles.UpdateAsync(name, profile => Ours(profile) is { } saved ? profile.With(saved.With(token)) : profile, cancellationToken);

    private SavedOAuth2? Ours(SavedProfile? profile)
        => profile?.Credential is SavedOAuth2 saved && string.Equals(saved.SignInId, signInId, StringComparison.Ordinal) ? saved : null;
}
