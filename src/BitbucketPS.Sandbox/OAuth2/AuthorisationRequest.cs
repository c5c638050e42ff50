namespace BitbucketPS.Sandbox;

/// <summary>What an application asks a person for.</summary>
internal sealed class AuthorisationRequest : IQuestion
{
    /// <summary>Names it in the form of the page.</summary>
    public string Id { get; } = TokenStore.RandomText(16);

    public string FormToken { get; } = TokenStore.RandomText(24);

    public required DateTimeOffset ExpiresOn { get; init; }

    public required ConsumerRegistration Consumer { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Where the person goes afterwards.</summary>
    public required string Callback { get; init; }

    /// <summary>The <c>redirect_uri</c> as it was sent; null if it was left out.</summary>
    public required string? SentCallback { get; init; }

    public required string? State { get; init; }

    /// <summary>Of S256; null if the application sent none.</summary>
    public required string? Challenge { get; init; }

    public bool IsAnswered { get; set; }
}
