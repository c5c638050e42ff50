namespace BitbucketPS.Sandbox;

/// <summary>A line of YAML that says something.</summary>
/// <param name="Indent">How many spaces it begins with.</param>
/// <param name="Text">The rest, without a comment.</param>
internal readonly record struct YamlLine(int Indent, string Text)
{
    /// <summary>Whether it begins an item of a list.</summary>
    public bool IsItem => Text is "-" || Text.StartsWith("- ", StringComparison.Ordinal);
}
