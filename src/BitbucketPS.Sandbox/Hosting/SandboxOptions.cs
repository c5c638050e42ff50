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

    /// <summary>What it holds when it is first made: the demo by default.</summary>
    public SandboxSeed Seed { get; init; } = SandboxSeed.Demo;

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

    /// <summary>
    /// How many requests to the API each account, and each anonymous address, may send in an hour that ends now: to
    /// <c>/2.0/repositories/</c>, and as many to everything else. Null, the default, for any number.
    /// </summary>
    public int? RateLimitPerHour { get; init; }

    /// <summary>Whether requests beyond the limit count towards it too. False by default.</summary>
    public bool RejectedRequestsCount { get; init; }

    /// <summary>Whether a refusal says in <c>Retry-After</c> after how many seconds the next request is accepted. False by default.</summary>
    public bool RateLimitSendsRetryAfter { get; init; }

    /// <summary>
    /// Whether answers to repository, project and workspace access tokens tell the limit in <c>X-RateLimit-</c> headers,
    /// as Bitbucket does where limits grow with the plan. False by default.
    /// </summary>
    public bool ScaledRateLimits { get; init; }

    /// <summary>How long each answer of the API takes longer, by the server's clock. Zero by default.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>What the pages of lists say about the list.</summary>
    public SandboxPagingStyle PagingStyle { get; init; }

    /// <summary>How long a page is at most, whatever <c>pagelen</c> asks for; null, the default, for as long as asked.</summary>
    public int? ShortPages { get; init; }

    /// <summary>Which surprising ways of the service are on.</summary>
    public SandboxQuirks Quirks { get; init; } = new();

    internal void RequireValid()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(RateLimitPerHour ?? 1, nameof(RateLimitPerHour));
        ArgumentOutOfRangeException.ThrowIfLessThan(Latency, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ShortPages ?? 1, nameof(ShortPages));

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
