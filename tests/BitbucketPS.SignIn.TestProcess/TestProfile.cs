using System.Globalization;
using BitbucketPS.OAuth2;
using BitbucketPS.Profiles;

namespace BitbucketPS.SignIn.TestProcess;

/// <summary>Profiles whose tokens tell whether they are as they were made.</summary>
internal static class TestProfile
{
    /// <summary>Makes a profile.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="number">What its tokens are made of.</param>
    /// <param name="size">How long they are.</param>
    public static SavedProfile Make(string name, int number, int size = 40) => new()
    {
        Name = name,
        BaseUri = new("https://api.bitbucket.org"),
        SiteUri = new("https://bitbucket.org"),
        Workspace = number.ToString(CultureInfo.InvariantCulture),
        CredentialKind = "OAuth2",
        SavedOn = DateTimeOffset.UnixEpoch,
        Credential = Tokens(number, size),
    };

    /// <summary>The same profile with the next number.</summary>
    /// <param name="profile">The profile.</param>
    public static SavedProfile Next(SavedProfile profile) => Make(profile.Name, NumberOf(profile) + 1);

    /// <summary>The number of a profile, whose tokens have to be those of the number.</summary>
    /// <param name="profile">The profile.</param>
    public static int NumberOf(SavedProfile profile)
    {
        int number = int.Parse(profile.Workspace!, CultureInfo.InvariantCulture);
        SavedOAuth2 tokens = (SavedOAuth2)profile.Credential;
        return string.Equals(tokens.AccessToken, Text("a", number, tokens.AccessToken.Length), StringComparison.Ordinal)
            && string.Equals(tokens.RefreshToken, Text("r", number, tokens.AccessToken.Length), StringComparison.Ordinal)
            ? number
            : throw new InvalidDataException($"The tokens of profile '{profile.Name}' are not those of number {number}.");
    }

    private static SavedOAuth2 Tokens(int number, int size) => new()
    {
        SignInId = "sign-in",
        ConsumerKey = "key",
        ConsumerSecret = "consumer-secret",
        GrantType = OAuth2GrantType.AuthorizationCode,
        AccessToken = Text("a", number, size),
        RefreshToken = Text("r", number, size),
        IssuedOn = DateTimeOffset.UnixEpoch,
        Scopes = ["repository", "pullrequest:write"],
    };

    private static string Text(string letter, int number, int size)
    {
        string piece = $"{letter}{number.ToString(CultureInfo.InvariantCulture)}.";
        return string.Concat(Enumerable.Repeat(piece, (size / piece.Length) + 1))[..size];
    }
}
