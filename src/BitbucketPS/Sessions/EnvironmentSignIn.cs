using BitbucketPS.Profiles;

namespace BitbucketPS.Cmdlets;

/// <summary>What the environment offers to sign in with, as build jobs have it.</summary>
internal static class EnvironmentSignIn
{
    public const string AccessToken = "BITBUCKET_ACCESS_TOKEN";
    public const string Email = "BITBUCKET_EMAIL";
    public const string ApiToken = "BITBUCKET_API_TOKEN";
    public const string ConsumerKey = "BITBUCKET_CONSUMER_KEY";
    public const string ConsumerSecret = "BITBUCKET_CONSUMER_SECRET";

    /// <summary>A token of the environment; null where it has none.</summary>
    /// <exception cref="BitbucketException">Half of one is there.</exception>
    public static SavedCredential? FindToken()
    {
        if (Read(AccessToken) is string token)
        {
            return new SavedAccessToken { Token = token };
        }

        return FindPair(Email, ApiToken) is var (email, apiToken) ? new SavedApiToken { Email = email, Token = apiToken } : null;
    }

    /// <summary>A consumer of the environment; null where it has none.</summary>
    /// <exception cref="BitbucketException">Half of one is there.</exception>
    public static (string Key, string Secret)? FindConsumer() => FindPair(ConsumerKey, ConsumerSecret);

    private static (string First, string Second)? FindPair(string firstName, string secondName) => (Read(firstName), Read(secondName)) switch
    {
        (string first, string second) => (first, second),
        (null, null) => null,
        (null, _) => throw Missing(firstName, secondName),
        (_, null) => throw Missing(secondName, firstName),
    };

    private static string? Read(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static BitbucketException Missing(string missing, string there)
        => new(BitbucketErrorKind.InvalidArgument, $"The environment variable {there} is set, but {missing} is not: they belong together.")
        {
            RecommendedAction = $"Set {missing} too, or remove {there}.",
        };
}
