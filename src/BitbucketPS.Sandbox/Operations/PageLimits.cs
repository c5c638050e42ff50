namespace BitbucketPS.Sandbox;

/// <summary>How long the pages of a list are.</summary>
/// <param name="Default">Without <c>pagelen</c>.</param>
/// <param name="Most">The greatest <c>pagelen</c>.</param>
internal sealed record PageLimits(int Default, int Most)
{
    public static PageLimits Usual { get; } = new(10, 100);
}
