namespace BitbucketPS;

/// <summary>A workspace that the account belongs to.</summary>
public sealed record WorkspaceAccess
{
    /// <summary>True if the account administers it.</summary>
    public bool Administrator { get; init; }

    /// <summary>The workspace.</summary>
    public Workspace? Workspace { get; init; }

    /// <summary>The workspace's slug.</summary>
    public override string ToString() => Workspace?.Slug ?? "";
}
