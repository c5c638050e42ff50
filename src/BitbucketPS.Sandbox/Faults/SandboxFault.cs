namespace BitbucketPS.Sandbox;

/// <summary>A way to misbehave, and on which requests.</summary>
/// <remarks>
/// Some kinds bend the answer of the operation: the requests that only read are carried out for it in any case. A write
/// is carried out only with <see cref="AfterTheWork"/>; without it a made-up answer is bent instead.
/// </remarks>
public sealed record SandboxFault
{
    /// <summary>What goes wrong.</summary>
    public required SandboxFaultKind Kind { get; init; }

    /// <summary>The method of the requests, such as POST; null, the default, for any.</summary>
    public string? Method { get; init; }

    /// <summary>
    /// A part of path and query as they are sent; null, the default, for all requests to the API. Requests elsewhere, such
    /// as those for a token, go wrong only if this or <see cref="PathPattern"/> is given and fits. Those of git never do.
    /// </summary>
    public string? PathContains { get; init; }

    /// <summary>A regular expression that is to be found in path and query as they are sent; null, the default, for any.</summary>
    public string? PathPattern { get; init; }

    /// <summary>How many requests go wrong: 1 by default; null for all from now on.</summary>
    public int? Times { get; init; } = 1;

    /// <summary>Which share of the requests goes wrong, above 0 and up to 1, the default.</summary>
    public double Rate { get; init; } = 1;

    /// <summary>Where the dice of <see cref="Rate"/> start, so that runs can be repeated.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Whether the request is carried out first, so that only its answer is lost. False by default.</summary>
    public bool AfterTheWork { get; init; }

    /// <summary>The status of <see cref="SandboxFaultKind.Status"/>, from 400 to 599; 503 by default.</summary>
    public int Status { get; init; } = 503;

    /// <summary>The header <c>Retry-After</c> of <see cref="SandboxFaultKind.Status"/>, sense or nonsense; null for none.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>The time before each byte of <see cref="SandboxFaultKind.SlowDrip"/>, by the server's clock; 1 second by default.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How large an answer without measure is; null, the default, for what its kind says.</summary>
    public long? Size { get; init; }

    /// <summary>What <see cref="SandboxFaultKind.ShrinkingList"/> leaves; null, the default, for half of the list.</summary>
    public int? ItemsLeft { get; init; }

    /// <summary>Scheme, host and port of the link of <see cref="SandboxFaultKind.NextElsewhere"/>.</summary>
    public Uri OtherHost { get; init; } = new("https://elsewhere.example.org");
}
