using System.Globalization;
using System.Text.Json;
using BitbucketPS.OAuth2;
using BitbucketPS.Signing;
using Duende.IdentityModel;
using Duende.IdentityModel.Client;

namespace BitbucketPS.SignIn.OAuth2;

/// <summary>Takes a token out of an answer, leniently: servers differ in how they say how long it lives and what it may do.</summary>
internal sealed class OAuth2AnswerReader(OAuth2EndpointOptions options, Uri endpoint)
{
    private const string Scopes = "scopes";

    // Longer ones are as good as for ever, and would not fit a date.
    private static readonly TimeSpan s_longestLife = TimeSpan.FromDays(3650);

    /// <summary>The token of an answer.</summary>
    /// <param name="response">The answer, or what went wrong.</param>
    /// <param name="secrets">What was sent and must not turn up in a message.</param>
    /// <exception cref="BitbucketSignInException">There is none.</exception>
    public OAuth2Token Read(TokenResponse response, IReadOnlyList<string> secrets)
    {
        if (response.IsError || string.IsNullOrEmpty(response.AccessToken) || !IsBearer(response.TokenType))
        {
            throw new OAuth2Refusal(endpoint, [.. secrets, options.ConsumerSecret]).From(response);
        }

        DateTimeOffset now = options.TimeProvider.GetUtcNow();
        try
        {
            return new(response.AccessToken, response.RefreshToken, now, now + Life(response), ScopesOf(response));
        }
        catch (BitbucketException e)
        {
            throw new BitbucketSignInException(BitbucketErrorKind.UnexpectedResponse, $"{endpoint} gave a token that is none. {e.Message}", e);
        }
    }

    // A token of another type would have to be used in another way (RFC 6749 section 7.1). One without a type is a bearer's in practice.
    private static bool IsBearer(string? tokenType)
        => string.IsNullOrEmpty(tokenType) || tokenType.Equals(OidcConstants.TokenResponse.BearerTokenType, StringComparison.OrdinalIgnoreCase);

    // A number, a text of one, a fraction; nothing, zero or less says nothing about when it ends.
    private static TimeSpan? Life(TokenResponse response)
    {
        string? text = Member(response, OidcConstants.TokenResponse.ExpiresIn) is { ValueKind: JsonValueKind.Number or JsonValueKind.String } value
            ? value.ToString()
            : null;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) || !(seconds > 0))
        {
            return null;
        }

        return seconds >= s_longestLife.TotalSeconds ? s_longestLife : TimeSpan.FromSeconds(seconds);
    }

    // "scope" since May 2026, "scopes" before; a text with blanks or commas, or a list.
    private static string[] ScopesOf(TokenResponse response)
    {
        JsonElement? value = Member(response, OidcConstants.TokenResponse.Scope) ?? Member(response, Scopes);
        return value switch
        {
            { ValueKind: JsonValueKind.String } text => text.GetString()!.Split(
                [' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(item => item.ToString())],
            _ => [],
        };
    }

    private static JsonElement? Member(TokenResponse response, string name)
        => response.Json is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty(name, out JsonElement value)
            && value.ValueKind != JsonValueKind.Null
                ? value
                : null;
}
