namespace BitbucketPS.Sandbox;

/// <summary>What a request proved about who sends it.</summary>
/// <param name="Account">Whom it acts as.</param>
/// <param name="Type">One of <see cref="CredentialTypes"/>.</param>
/// <param name="Scopes">What it may do; granular ones if it is an API token.</param>
internal sealed record Credential(Account Account, string Type, IReadOnlyList<string> Scopes)
{
    /// <summary>What it is limited to; null for whatever its account may do.</summary>
    public Reach? Reach { get; init; }
}
