namespace BitbucketPS.Sandbox;

/// <summary>What the page that asks for approval shows and sends.</summary>
internal sealed record ConsentForm
{
    /// <summary>Who asks.</summary>
    public required ConsumerRegistration Consumer { get; init; }

    /// <summary>What it will be able to do, as plain text, each with its scope; an empty one is not shown.</summary>
    public required IReadOnlyList<(string Text, string Scope)> Rights { get; init; }

    /// <summary>The path that takes the answer.</summary>
    public required string Action { get; init; }

    /// <summary>The name of the field that says what is answered.</summary>
    public required string IdName { get; init; }

    public required string Id { get; init; }

    public required string FormToken { get; init; }

    /// <summary>Where the person goes afterwards; null for nowhere.</summary>
    public required string? Callback { get; init; }
}
