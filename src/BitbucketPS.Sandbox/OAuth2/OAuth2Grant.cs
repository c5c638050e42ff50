namespace BitbucketPS.Sandbox;

/// <summary>What a person or a consumer gave, once: all tokens that follow from it live and die with it.</summary>
/// <param name="Account">Whom its tokens act as.</param>
/// <param name="Scopes">What they may do at most.</param>
internal sealed record OAuth2Grant(Account Account, IReadOnlyList<string> Scopes)
{
    /// <summary>What it is called where its tokens are kept.</summary>
    public string Id { get; init; } = Guid.NewGuid().ToString("N");

    public bool IsRevoked { get; set; }
}
