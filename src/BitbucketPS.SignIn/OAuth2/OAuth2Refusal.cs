using System.Globalization;
using System.Text.Json;
using BitbucketPS.OAuth2;
using BitbucketPS.Signing;
using Duende.IdentityModel.Client;

namespace BitbucketPS.SignIn.OAuth2;

/// <summary>Turns an answer without a token into an error that says what it looks like and what to do.</summary>
internal sealed class OAuth2Refusal(Uri endpoint, IReadOnlyList<string> secrets)
{
    private const int LongestText = 200;

    private readonly SecretMask _mask = new(secrets);

    /// <summary>The error.</summary>
    public BitbucketSignInException From(TokenResponse response)
    {
        if (response.Exception is { } e)
        {
            return NoAnswer(e);
        }

        string told = string.Create(CultureInfo.InvariantCulture, $"{endpoint} answered {(int)response.HttpStatusCode}");
        return (int)response.HttpStatusCode switch
        {
            400 when Text(response, "error") is string error => Refused(error, Text(response, "error_description")),
            400 => Unexpected($"{told} without saying why.", PossibleProxy),

            // Clients that took one for the end lost good sign-ins (atlassian/atlascode issue 1907).
            401 => new(BitbucketErrorKind.Unauthorized, $"{told}: {Described(response) ?? "it does not accept the consumer"}.")
            {
                RecommendedAction = CheckConsumer,
            },
            404 or 405 or 410 => Unexpected($"{told}: there is no OAuth 2 endpoint.", "Check -SiteUri: site/oauth2/access_token has to exist below it."),
            429 => new(BitbucketErrorKind.RateLimited, $"{told}: too many requests.") { RecommendedAction = "Wait some minutes and try again." },
            >= 500 => new(BitbucketErrorKind.ServerError, $"{told}: the server failed.") { RecommendedAction = "Try again later." },
            >= 300 and < 400 => Unexpected($"{told}: it redirects, and a request with the consumer's secret is not sent elsewhere.", "Pass the address that the server redirects to as -SiteUri."),
            >= 200 and < 300 => Unexpected($"{told} without a bearer's access token.", PossibleProxy),
            _ => Unexpected($"{told}{(Described(response) is string text ? $": {text}" : ", which no OAuth 2 server does")}.", PossibleProxy),
        };
    }

    private static string CheckConsumer => "Check -Consumer: the user name is the consumer's key, the password is its secret; and that -SiteUri is the server where it was made.";

    private string PossibleProxy => $"Check that {endpoint.Authority} is the server's site (-SiteUri); a proxy or a sign-in page may stand in between.";

    private BitbucketSignInException NoAnswer(Exception e) => e switch
    {
        TimeoutException => new(BitbucketErrorKind.Timeout, $"{endpoint} did not answer in time.", e) { RecommendedAction = "Try again later." },
        JsonException => Unexpected($"{endpoint} answered what is no JSON.", PossibleProxy),
        HttpIOException or IOException or HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } => new(
            BitbucketErrorKind.ConnectionBroken, $"The connection to {endpoint} broke before the answer was complete.", e)
        {
            RecommendedAction = "Try again.",
        },
        _ => new(BitbucketErrorKind.ConnectionFailed, $"No connection to {endpoint}: {_mask.Apply((e.InnerException ?? e).Message).TrimEnd('.')}.", e)
        {
            RecommendedAction = "Check -SiteUri, the network, and a proxy if there is one.",
        },
    };

    private BitbucketSignInException Refused(string error, string? description)
    {
        bool isPassing = error is "temporarily_unavailable" or "server_error" or "slow_down";
        string words = description is null || string.Equals(description, error, StringComparison.Ordinal) ? error : $"{error}, '{description}'";
        return new(
            isPassing ? BitbucketErrorKind.ServerError : BitbucketErrorKind.TokenRefused,
            $"{endpoint} refuses a token to the consumer: it says {words}.")
        {
            Problem = error,
            RecommendedAction = isPassing ? "Try again later." : ActionFor(error, description ?? ""),
        };
    }

    private static string ActionFor(string error, string description) => error switch
    {
        _ when description.Contains("callback", StringComparison.OrdinalIgnoreCase)
            => $"Give the consumer a callback URL in the workspace's settings (OAuth consumers), for example {OAuth2Authorization.DefaultCallbackUri}.",
        _ when description.Contains("public", StringComparison.OrdinalIgnoreCase) || description.Contains("private", StringComparison.OrdinalIgnoreCase)
            => "Mark the consumer as private in the workspace's settings (OAuth consumers): only then may it sign in alone.",
        _ when description.Contains("refresh_token", StringComparison.OrdinalIgnoreCase) => "Sign in again.",
        "unauthorized_client" or "invalid_client" => CheckConsumer,
        "invalid_scope" => "Ask for less with -Scope, or give the consumer these scopes in the workspace's settings (OAuth consumers).",
        "invalid_grant" => "Sign in again; a code and a token are good once, and not for long.",
        "unsupported_grant_type" => "The server does not offer this way to sign in; choose another one.",
        _ => CheckConsumer,
    };

    private string? Described(TokenResponse response) => Text(response, "error_description") ?? Text(response, "error");

    // May echo what it was sent.
    private string? Text(TokenResponse response, string name)
    {
        string? text = response.Json is { ValueKind: JsonValueKind.Object } json
            && json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
                ? _mask.Apply(value.GetString()!).Trim().TrimEnd('.')
                : null;
        return text is { Length: > 0 and <= LongestText } && !text.Any(char.IsControl) ? text : null;
    }

    private static BitbucketSignInException Unexpected(string message, string action)
        => new(BitbucketErrorKind.UnexpectedResponse, message) { RecommendedAction = action };
}
