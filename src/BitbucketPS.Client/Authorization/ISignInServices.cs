using BitbucketPS.OAuth2;
using BitbucketPS.Profiles;

namespace BitbucketPS.Authorization;

/// <summary>
/// What signing in needs packages of others for. BitbucketPS.SignIn implements it, in a load context of its own, so that no
/// other module's versions of these packages meet ours.
/// </summary>
public interface ISignInServices
{
    /// <summary>A token endpoint for one consumer.</summary>
    /// <param name="options">Where it is, and who asks.</param>
    /// <exception cref="BitbucketException">An option cannot be.</exception>
    IOAuth2Endpoint CreateEndpoint(OAuth2EndpointOptions options);

    /// <summary>The store of saved profiles.</summary>
    /// <param name="options">How it is opened.</param>
    IProfileStore OpenProfiles(ProfileStoreOptions options);
}
