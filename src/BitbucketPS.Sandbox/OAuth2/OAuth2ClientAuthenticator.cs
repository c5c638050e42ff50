using Microsoft.Extensions.Primitives;

namespace BitbucketPS.Sandbox;

/// <summary>Finds out which consumer asks for tokens, and that it is the one.</summary>
internal sealed class OAuth2ClientAuthenticator
{
    private readonly ConsumerRegistration _consumer;

    public OAuth2ClientAuthenticator(ConsumerRegistration consumer)
    {
        _consumer = consumer;
    }

    /// <summary>The consumer whose id and secret came by Basic authentication, or in the form.</summary>
    /// <exception cref="OAuth2Exception">They are missing or wrong.</exception>
    public ConsumerRegistration Authenticate(HttpRequest request, QueryParameters form)
    {
        StringValues header = request.Headers.Authorization;
        (string id, string secret) = header.Count == 0
            ? (form["client_id"] ?? "", form["client_secret"] ?? "")
            : BasicHeader.Read(header.ToString()) ?? ("", "");
        return IsConsumer(id) && IsConsumer(form["client_id"] ?? id) && SecretText.AreEqual(_consumer.Secret, secret)
            ? _consumer
            : throw new OAuth2Exception("unauthorized_client", "Requests must be authenticated using OAuth client credentials");
    }

    private bool IsConsumer(string id) => string.Equals(id, _consumer.Key, StringComparison.Ordinal);
}
