using System.Text.Json.Serialization;

namespace BitbucketPS.Profiles;

/// <summary>The secret part of a saved profile: all that signing in again needs. Never handed to a pipeline; its text shows no secret.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(SavedAccessToken), "AccessToken")]
[JsonDerivedType(typeof(SavedApiToken), "ApiToken")]
[JsonDerivedType(typeof(SavedOAuth1), "OAuth1")]
[JsonDerivedType(typeof(SavedOAuth2), "OAuth2")]
public abstract class SavedCredential
{
    /// <summary>Says what kind it is, without secrets.</summary>
    public sealed override string ToString() => GetType().Name;
}
