namespace BitbucketPS.Http;

/// <summary>
/// What an answer says of the credential that asked (Atlassian's article "How to fetch the scope of a token via command line").
/// Errors say it too.
/// </summary>
internal static class CredentialHeaders
{
    // No kind of credential and no scope is as long; a header that is says nothing of use.
    private const int LongestWord = 64;

    /// <summary>The kind, such as <c>oauth2</c>, <c>api_token</c>, <c>repo_access_token</c>; null where the server saw none.</summary>
    public static string? Type(HttpResponseMessage response) => Words(response, "X-Credential-Type").FirstOrDefault();

    /// <summary>What the credential may do.</summary>
    public static IReadOnlyList<string> Scopes(HttpResponseMessage response) => Words(response, "X-OAuth-Scopes");

    /// <summary>What the operation asks for.</summary>
    public static IReadOnlyList<string> AcceptedScopes(HttpResponseMessage response) => Words(response, "X-Accepted-OAuth-Scopes");

    // Only words that scopes are made of: no header can bring control characters, or a secret, to a screen.
    private static string[] Words(HttpResponseMessage response, string name)
        => response.Headers.TryGetValues(name, out IEnumerable<string>? values)
            ? [.. values.SelectMany(value => value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Where(IsWord)]
            : [];

    private static bool IsWord(string text)
        => text.Length <= LongestWord && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is ':' or '_' or '-' or '.');
}
