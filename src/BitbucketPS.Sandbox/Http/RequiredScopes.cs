namespace BitbucketPS.Sandbox;

/// <summary>What an operation needs of a token, all of it; API tokens have scopes of their own kind.</summary>
/// <param name="Classic">Of access tokens and consumers.</param>
/// <param name="Granular">Of API tokens.</param>
internal sealed record RequiredScopes(IReadOnlyList<string> Classic, IReadOnlyList<string> Granular)
{
    public static RequiredScopes None { get; } = new([], []);

    public static RequiredScopes ReadRepository { get; } = new([Scopes.Repository], [GranularScopes.ReadRepository]);

    public static RequiredScopes WriteRepository { get; } = new([Scopes.RepositoryWrite], [GranularScopes.WriteRepository]);

    /// <summary>In the words of a credential's kind.</summary>
    public IReadOnlyList<string> For(Credential? credential)
        => credential?.Type is CredentialTypes.ApiToken ? Granular : Classic;

    public bool AreGrantedTo(Credential credential)
        => For(credential).All(scope => Scopes.Allow(credential.Scopes, scope));
}
