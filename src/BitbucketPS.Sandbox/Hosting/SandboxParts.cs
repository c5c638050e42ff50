namespace BitbucketPS.Sandbox;

/// <summary>What a sandbox is made of, for the parts that answer requests.</summary>
internal sealed class SandboxParts
{
    /// <summary>Their clock is <see cref="Clock"/>.</summary>
    public required SandboxOptions Options { get; init; }

    public required SandboxClock Clock { get; init; }

    public required SandboxSettings Settings { get; init; }

    public required SandboxState State { get; init; }

    public required OAuthProvider OAuth { get; init; }

    public required OAuth2Provider OAuth2 { get; init; }

    public required CredentialStore Credentials { get; init; }

    public required CredentialKeeper Keeper { get; init; }

    /// <summary>Puts the sandbox together.</summary>
    /// <param name="options">With the clock.</param>
    /// <param name="clock">The same.</param>
    /// <param name="state">With the secrets of the sandbox in it.</param>
    public static SandboxParts Assemble(SandboxOptions options, SandboxClock clock, SandboxState state)
    {
        OAuthProvider oauth = new(clock, Register(options, ConsumerKeys.Of(state.Read().Data)));
        OAuth2TokenStore tokens = new(clock, options.OAuth2TokenLifetime, options.OAuth2TokenLength);
        SandboxParts parts = new()
        {
            Options = options,
            Clock = clock,
            Settings = new(options),
            State = state,
            OAuth = oauth,
            OAuth2 = new(clock, oauth, tokens) { ScopeKey = options.AnswersScopesKey ? "scopes" : "scope" },
            Credentials = new(clock) { OAuth2 = tokens },
            Keeper = new(state, oauth.Tokens, tokens),
        };
        parts.Keeper.Load(oauth.Consumer);
        PersonalToken.Register(state.Read().Data, parts.Credentials);
        return parts;
    }

    private static ConsumerRegistration Register(SandboxOptions options, ConsumerKeys keys) => new()
    {
        Key = keys.Key,
        Secret = keys.Secret,
        Name = SeedPeople.App.DisplayName,
        Owner = SeedPeople.Demo,
        AppUser = SeedPeople.App,
        CallbackUri = options.ConsumerCallbackUri,
        IsPrivate = options.ConsumerIsPrivate,
        Scopes = [.. options.ConsumerScopes],
    };
}
