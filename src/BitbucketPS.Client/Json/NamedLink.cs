namespace BitbucketPS;

/// <summary>One of several links of a kind.</summary>
/// <param name="Name">Which of them, such as <c>https</c> or <c>ssh</c>.</param>
/// <param name="Href">The address.</param>
public sealed record NamedLink(string Name, string Href)
{
    /// <summary>The address.</summary>
    public override string ToString() => Href;
}
