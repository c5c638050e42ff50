namespace BitbucketPS.Sandbox;

/// <summary>One word of a filter.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What it says.</param>
internal readonly record struct QueryToken(QueryTokenKind Kind, string Text)
{
    public bool Is(QueryTokenKind kind, string text)
        => Kind == kind && string.Equals(Text, text, StringComparison.Ordinal);
}
