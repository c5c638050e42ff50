namespace BitbucketPS;

/// <summary>A project, as far as a repository names it.</summary>
public sealed record ProjectReference
{
    /// <summary>Its key, such as <c>WEB</c>.</summary>
    public string Key { get; init => field = value ?? ""; } = "";

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its UUID, in braces.</summary>
    public string? Uuid { get; init; }

    /// <summary>Its key.</summary>
    public override string ToString() => Key;
}
