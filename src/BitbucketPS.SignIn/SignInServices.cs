using BitbucketPS.Authorization;
using BitbucketPS.OAuth2;
using BitbucketPS.Profiles;

namespace BitbucketPS.SignIn;

/// <summary>The way into this assembly.</summary>
public sealed class SignInServices : ISignInServices
{
    /// <inheritdoc />
    public IOAuth2Endpoint CreateEndpoint(OAuth2EndpointOptions options) => new OAuth2.OAuth2Endpoint(options);

    /// <inheritdoc />
    public IProfileStore OpenProfiles(ProfileStoreOptions options) => Profiles.ProfileStores.Open(options);
}
