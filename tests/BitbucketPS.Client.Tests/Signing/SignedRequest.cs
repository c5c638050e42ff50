namespace BitbucketPS.Client.Tests.Signing;

/// <summary>Takes an Authorization header of OAuth 1 apart, as a server does.</summary>
internal static class SignedRequest
{
    /// <summary>The parameters of the header, decoded, in their order.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Parameters(HttpRequestMessage request)
    {
        Assert.Equal("OAuth", request.Headers.Authorization?.Scheme);
        return
        [
            .. request.Headers.Authorization!.Parameter!.Split(", ")
                .Select(piece => piece.Split('=', 2))
                .Select(pair => KeyValuePair.Create(pair[0], Uri.UnescapeDataString(pair[1][1..^1]))),
        ];
    }

    /// <summary>One parameter of the header.</summary>
    public static string Parameter(HttpRequestMessage request, string name)
        => Parameters(request).Single(pair => string.Equals(pair.Key, name, StringComparison.Ordinal)).Value;
}
