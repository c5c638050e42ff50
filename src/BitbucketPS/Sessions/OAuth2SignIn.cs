using BitbucketPS.Http;
using BitbucketPS.OAuth2;
using BitbucketPS.Profiles;
using BitbucketPS.Signing;

namespace BitbucketPS.Cmdlets;

/// <summary>A sign-in with OAuth 2, in one of the ways that a consumer has.</summary>
internal sealed class OAuth2SignIn
{
    public required Uri SiteUri { get; init; }

    public required string ConsumerKey { get; init; }

    public required string ConsumerSecret { get; init; }

    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Asks a person.</summary>
    public Task<SavedOAuth2> AuthorizeAsync(PersonalApproval person, Uri callbackUri, TimeSpan timeout, CancellationToken cancellationToken)
        => RunAsync(
            OAuth2GrantType.AuthorizationCode,
            endpoint => new OAuth2Authorization(
                new()
                {
                    CallbackUri = callbackUri,
                    Timeout = timeout,
                    Browser = person.Browser,
                    Prompt = person,
                    Progress = person,
                },
                endpoint).SignInAsync(cancellationToken));

    /// <summary>Signs the consumer in alone.</summary>
    public Task<SavedOAuth2> RequestClientCredentialsAsync(CancellationToken cancellationToken)
        => RunAsync(OAuth2GrantType.ClientCredentials, endpoint => endpoint.RequestClientCredentialsAsync(cancellationToken));

    /// <summary>Swaps an access token of OAuth 1.</summary>
    public Task<SavedOAuth2> ExchangeOAuth1TokenAsync(string token, CancellationToken cancellationToken)
        => RunAsync(OAuth2GrantType.AuthorizationCode, endpoint => endpoint.ExchangeOAuth1TokenAsync(token, cancellationToken));

    private async Task<SavedOAuth2> RunAsync(OAuth2GrantType grantType, Func<IOAuth2Endpoint, Task<OAuth2Token>> ask)
    {
        using HttpMessageInvoker transport = new(Pipeline.CreateTransport());
        IOAuth2Endpoint endpoint = SignInAssembly.Services.CreateEndpoint(new()
        {
            SiteUri = SiteUri,
            ConsumerKey = ConsumerKey,
            ConsumerSecret = ConsumerSecret,
            Scopes = Scopes,
            Transport = transport,
        });
        OAuth2Token token = await ask(endpoint).ConfigureAwait(false);
        return new SavedOAuth2
        {
            SignInId = Guid.NewGuid().ToString("N"),
            ConsumerKey = ConsumerKey,
            ConsumerSecret = ConsumerSecret,
            GrantType = grantType,
            RequestedScopes = Scopes,
            AccessToken = token.RevealAccessToken(),
        }.With(token);
    }
}
