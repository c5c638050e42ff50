using BitbucketPS.Http;
using BitbucketPS.OAuth2;
using BitbucketPS.Profiles;
using BitbucketPS.Signing;

namespace BitbucketPS;

/// <summary>A credential in use: how it signs, what keeps it fresh, and what of it can be saved.</summary>
internal sealed class SessionCredential : IDisposable
{
    private readonly SavedCredential _saved;
    private readonly HttpMessageInvoker? _transport;

    private SessionCredential(SavedCredential saved, IRequestSigner signer, OAuth2TokenSource? tokens = null, HttpMessageInvoker? transport = null)
    {
        _saved = saved;
        Signer = signer;
        Tokens = tokens;
        _transport = transport;
    }

    /// <summary>Signs requests.</summary>
    public IRequestSigner Signer { get; }

    /// <summary>The tokens of OAuth 2; null for every other kind.</summary>
    public OAuth2TokenSource? Tokens { get; }

    /// <summary>All that signing in again needs, as of now.</summary>
    public SavedCredential Saved => _saved is SavedOAuth2 oauth2 ? oauth2.With(Tokens!.Current) : _saved;

    /// <summary>Puts a credential to use.</summary>
    /// <param name="saved">The credential.</param>
    /// <param name="siteUri">Where tokens are renewed.</param>
    /// <exception cref="BitbucketException">It cannot be used, such as a private key that is gone.</exception>
    public static SessionCredential Use(SavedCredential saved, Uri siteUri) => saved switch
    {
        SavedAccessToken token => new(saved, new BearerSigner(token.Token)),
        SavedApiToken token => new(saved, new BasicSigner(token.Email, token.Token)),
        SavedOAuth1 oauth1 => new(saved, OAuth1(oauth1)),
        SavedOAuth2 oauth2 => OAuth2(oauth2, siteUri),
        _ => throw new ArgumentException($"No way to sign with {saved}.", nameof(saved)),
    };

    /// <summary>Keeps renewed tokens in a profile from here on.</summary>
    public void KeepIn(IProfileStore store, string profile)
    {
        if (_saved is SavedOAuth2 oauth2)
        {
            Tokens!.KeepIn(new ProfileTokenStore(store, profile, oauth2.SignInId));
        }
    }

    /// <summary>Closes the connections to the token endpoint; a renewal under way is finished first.</summary>
    public void Dispose()
    {
        if (_transport is not null)
        {
            _ = Tokens!.WhenIdle().ContinueWith(
                static (_, transport) => ((HttpMessageInvoker)transport!).Dispose(),
                _transport,
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }
    }

    private static OAuth1Signer OAuth1(SavedOAuth1 saved)
    {
        OAuth1Credentials credentials = new(saved.ConsumerKey, saved.ConsumerSecret);
        if (saved.PrivateKeyPath is not null)
        {
            credentials = credentials.WithPrivateKey(PrivateKeyFile.Read(saved.PrivateKeyPath));
        }

        return new(saved.Token is null ? credentials : credentials.WithToken(saved.Token, saved.TokenSecret), saved.SignatureMethod);
    }

    private static SessionCredential OAuth2(SavedOAuth2 saved, Uri siteUri)
    {
        HttpMessageInvoker transport = new(Pipeline.CreateTransport());
        OAuth2TokenSource tokens = new(saved.ToToken(), new()
        {
            Endpoint = SignInAssembly.Services.CreateEndpoint(new()
            {
                SiteUri = siteUri,
                ConsumerKey = saved.ConsumerKey,
                ConsumerSecret = saved.ConsumerSecret,
                Scopes = saved.RequestedScopes,
                Transport = transport,
            }),
            GrantType = saved.GrantType,
        });
        return new(saved, new OAuth2Signer(tokens, saved.ConsumerSecret), tokens, transport);
    }
}
