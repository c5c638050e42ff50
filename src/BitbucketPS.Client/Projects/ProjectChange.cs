namespace BitbucketPS;

/// <summary>What a new project is to be, or what is to change of one; null leaves it to the service, or as it is.</summary>
public sealed record ProjectChange
{
    /// <summary>Its key: a letter, then letters, digits and underscores.</summary>
    public string? Key { get; init; }

    /// <summary>Its name, as people see it.</summary>
    public string? Name { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>True if only people with a permission may see it.</summary>
    public bool? IsPrivate { get; init; }
}
