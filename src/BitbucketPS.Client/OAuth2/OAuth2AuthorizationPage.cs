namespace BitbucketPS.OAuth2;

/// <summary>The authorisation page of one sign-in. A class, not a record: a record would print the code verifier.</summary>
public sealed class OAuth2AuthorizationPage
{
    /// <summary>Its address, to be opened in the person's browser.</summary>
    public required Uri Address { get; init; }

    /// <summary>Where the server sends the person afterwards.</summary>
    public required Uri CallbackUri { get; init; }

    /// <summary>What the callback has to carry to be ours (RFC 6749 section 10.12).</summary>
    public required string State { get; init; }

    /// <summary>What proves at the exchange that we asked (RFC 7636).</summary>
    public required string CodeVerifier { get; init; }

    /// <summary>Says where it is, without state and verifier.</summary>
    public override string ToString() => Address.GetLeftPart(UriPartial.Path);
}
