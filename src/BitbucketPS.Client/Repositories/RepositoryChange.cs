namespace BitbucketPS;

/// <summary>What a new repository is to be, or what is to change of one; null leaves it to the service, or as it is.</summary>
public sealed record RepositoryChange
{
    /// <summary>Its name, as people see it. A new name moves a repository: its slug follows the name.</summary>
    public string? Name { get; init; }

    /// <summary>What it is, in a few words.</summary>
    public string? Description { get; init; }

    /// <summary>True if only people with a permission may read it.</summary>
    public bool? IsPrivate { get; init; }

    /// <summary>The project it belongs to: its key, or its UUID in braces.</summary>
    public string? Project { get; init; }

    /// <summary>The programming language it is marked with, in small letters.</summary>
    public string? Language { get; init; }

    /// <summary>Who may fork it: <c>allow_forks</c>, <c>no_public_forks</c> or <c>no_forks</c>.</summary>
    public string? ForkPolicy { get; init; }

    /// <summary>The name of its main branch, which must exist.</summary>
    public string? MainBranch { get; init; }

    /// <summary>The address of a page about it.</summary>
    public string? Website { get; init; }
}
