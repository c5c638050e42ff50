namespace BitbucketPS.Signing;

/// <summary>One way to sign a request. Implementations are safe for use from many threads at once.</summary>
public interface IRequestSigner
{
    /// <summary>The kind of credential, as a person would call it: <c>OAuth1</c>, <c>AccessToken</c>, <c>ApiToken</c>.</summary>
    string CredentialKind { get; }

    /// <summary>Puts the credential on one attempt of a request. Each attempt is signed anew.</summary>
    /// <param name="request">The request; its address and content are final, and its content is buffered.</param>
    /// <param name="cancellationToken">Ends the wait for a credential that has to be fetched.</param>
    ValueTask SignAsync(HttpRequestMessage request, CancellationToken cancellationToken);

    /// <summary>Looks at a 401 and mends what can be mended on this side: a clock that is off, a token to refresh.</summary>
    /// <param name="response">The refusal.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>True if signing again is worth one more attempt.</returns>
    ValueTask<bool> RecoverAsync(HttpResponseMessage response, CancellationToken cancellationToken);

    /// <summary>Masks every secret of this credential in a text that came from outside.</summary>
    /// <param name="text">A text, such as the body of an error.</param>
    /// <returns>The text with <c>***</c> in place of each secret.</returns>
    string Mask(string text);
}
