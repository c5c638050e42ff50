namespace BitbucketPS;

/// <summary>A text that a person wrote, in the ways the service gives it.</summary>
public sealed record RenderedText
{
    /// <summary>The text as it was written.</summary>
    public string Raw { get; init => field = value ?? ""; } = "";

    /// <summary>The language it is marked up in, such as <c>markdown</c>.</summary>
    public string? Markup { get; init; }

    /// <summary>The text as HTML.</summary>
    public string? Html { get; init; }

    /// <summary>The text as it was written.</summary>
    public override string ToString() => Raw;
}
