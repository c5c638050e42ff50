namespace BitbucketPS;

/// <summary>What the server told of a credential when it accepted it.</summary>
public sealed record CredentialFacts
{
    /// <summary>The account; null where the credential may not read it, as that of a repository may not.</summary>
    public User? Account { get; init; }

    /// <summary>The kind of credential in the server's words, such as <c>repo_access_token</c>; null where it does not say.</summary>
    public string? CredentialType { get; init; }

    /// <summary>What the credential may do; empty where the server does not say.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>False where the server neither refused the credential nor said anything that shows that it looked at it.</summary>
    public bool IsProven { get; init; } = true;

    /// <summary>Whether the server named the credential, and so certainly saw it.</summary>
    internal bool NamesCredential => CredentialType is not null || Scopes.Count > 0;
}
