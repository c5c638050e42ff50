using BitbucketPS.Authorization;
using BitbucketPS.Http;
using BitbucketPS.Signing;

namespace BitbucketPS.Cmdlets;

/// <summary>A three-legged sign-in with OAuth 1.0a.</summary>
internal sealed class OAuth1SignIn(PersonalApproval person)
{
    public required Uri BaseUri { get; init; }

    public OAuth1SignatureMethod SignatureMethod { get; init; }

    public required Uri CallbackUri { get; init; }

    public TimeSpan Timeout { get; init; }

    /// <summary>Runs it.</summary>
    /// <returns>The consumer with the access token that the person gave it.</returns>
    public async Task<OAuth1Credentials> RunAsync(OAuth1Credentials consumer, CancellationToken cancellationToken)
    {
        using HttpMessageInvoker transport = new(Pipeline.CreateTransport());
        OAuth1AuthorizationOptions options = new()
        {
            BaseUri = BaseUri,
            Credentials = consumer,
            SignatureMethod = SignatureMethod,
            CallbackUri = CallbackUri,
            Timeout = Timeout,
            Transport = transport,
            Browser = person.Browser,
            Prompt = person,
            Progress = person,
        };
        return await new OAuth1Authorization(options).SignInAsync(cancellationToken).ConfigureAwait(false);
    }
}
