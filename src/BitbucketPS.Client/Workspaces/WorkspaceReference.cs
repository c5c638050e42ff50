namespace BitbucketPS;

/// <summary>A workspace, as far as other things name it.</summary>
public sealed record WorkspaceReference
{
    /// <summary>Its slug: the first part of its repositories' addresses.</summary>
    public string Slug { get; init => field = value ?? ""; } = "";

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its UUID, in braces.</summary>
    public string? Uuid { get; init; }

    /// <summary>Its slug.</summary>
    public override string ToString() => Slug;
}
