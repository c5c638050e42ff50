namespace BitbucketPS.Sandbox;

/// <summary>
/// Which folder the repositories are in. An import puts its own into another one beside it, and then changes this: they take
/// the place of the old ones at once.
/// </summary>
/// <param name="Name">Below the folder of everything.</param>
internal sealed record GitFolder(string Name) : ILocalEntity
{
    private const string TheId = "git";

    /// <inheritdoc/>
    public string Id => TheId;

    public static GitFolder Of(Data data) => data.Find<GitFolder>(TheId) ?? new(TheId);

    /// <summary>One that is not in use.</summary>
    public static GitFolder Make() => new($"{TheId}-{Path.GetRandomFileName()}");

    /// <summary>Whether a folder can be one.</summary>
    public static bool IsName(string name) => name is TheId || name.StartsWith($"{TheId}-", StringComparison.Ordinal);
}
