namespace BitbucketPS.Sandbox;

/// <summary>What a request proved about who sends it.</summary>
/// <param name="Account">The person it acts as.</param>
/// <param name="Type">What <c>X-Credential-Type</c> says: oauth1, oauth2, access_token, api_token.</param>
/// <param name="Scopes">What it may do.</param>
internal sealed record Credential(Account Account, string Type, IReadOnlyList<string> Scopes);
