namespace BitbucketPS.Sandbox;

/// <summary>What an application gets for an approval, and exchanges for tokens.</summary>
/// <param name="Request">What was approved.</param>
/// <param name="ExpiresOn">When it can be exchanged no more.</param>
internal sealed record AuthorisationCode(AuthorisationRequest Request, DateTimeOffset ExpiresOn)
{
    /// <summary>What it was exchanged for; null as long as it was not.</summary>
    public OAuth2Grant? Grant { get; set; }
}
