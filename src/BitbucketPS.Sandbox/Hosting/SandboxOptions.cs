namespace BitbucketPS.Sandbox;

/// <summary>How a sandbox is started.</summary>
public sealed record SandboxOptions
{
    /// <summary>The port on 127.0.0.1; 0, the default, lets the system choose a free one.</summary>
    public int Port { get; init; }

    /// <summary>
    /// The folder of the bare repositories, which is made if it does not exist and kept; null, the
    /// default, for a temporary one that is deleted when the sandbox is disposed.
    /// </summary>
    public string? DataDirectory { get; init; }

    /// <summary>How many branches <c>extra/0001</c>… <c>demo/website</c> gets on top, when it is first made.</summary>
    public int ExtraBranches { get; init; }

    /// <summary>The clock of the server: of its Date header, of time stamps and of what expires.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// The one callback URL of the consumer, for OAuth 2: a <c>redirect_uri</c> has to begin with it. A
    /// loopback one without a port, as the default is, takes any port; null means that none is registered.
    /// </summary>
    public Uri? ConsumerCallbackUri { get; init; } = new("http://127.0.0.1");

    /// <summary>Whether the consumer is private, which the client credentials grant asks for.</summary>
    public bool ConsumerIsPrivate { get; init; } = true;

    /// <summary>What the consumer may ask for in OAuth 2; everything by default.</summary>
    public IReadOnlyList<string> ConsumerScopes { get; init; } = OAuth2Scopes.Known;

    /// <summary>How long an access token of OAuth 2 is good.</summary>
    public TimeSpan OAuth2TokenLifetime { get; init; } = TimeSpan.FromHours(2);

    /// <summary>How many characters the access and refresh tokens of OAuth 2 have; as many as on Cloud by default.</summary>
    public int OAuth2TokenLength { get; init; } = 2600;

    /// <summary>Whether the token endpoint says <c>scopes</c>, as it did before May 2026, instead of <c>scope</c>.</summary>
    public bool AnswersScopesKey { get; init; }

    internal void RequireValid()
    {
        // Shorter ones could be guessed; longer ones do not fit into the headers that the server takes.
        ArgumentOutOfRangeException.ThrowIfLessThan(OAuth2TokenLength, 32);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(OAuth2TokenLength, 16 * 1024);
        ArgumentOutOfRangeException.ThrowIfLessThan(OAuth2TokenLifetime, TimeSpan.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(OAuth2TokenLifetime, TimeSpan.FromDays(366));
        ArgumentNullException.ThrowIfNull(ConsumerScopes);
        if (ConsumerScopes.FirstOrDefault(scope => !OAuth2Scopes.IsKnown(scope)) is { } unknown)
        {
            throw new ArgumentException($"Bitbucket has no scope {unknown}.", nameof(ConsumerScopes));
        }

        if (ConsumerCallbackUri is not null && !OAuth2Callback.CanBeRegistered(ConsumerCallbackUri))
        {
            throw new ArgumentException("A callback URL is absolute and has a host, but no fragment.", nameof(ConsumerCallbackUri));
        }
    }
}
