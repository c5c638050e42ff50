using System.Globalization;

namespace BitbucketPS.Sandbox;

/// <summary>What somebody wrote about a commit or a pull request, which owns it.</summary>
/// <param name="Number">Its id, counted in the repository.</param>
internal abstract record Comment(int Number) : IEntity
{
    public required string AccountUuid { get; init; }

    public required string Raw { get; init; }

    /// <summary>The comment it answers; null for the first of a thread.</summary>
    public int? Parent { get; init; }

    /// <summary>The file it is about; null for the whole.</summary>
    public string? Path { get; init; }

    /// <summary>The line before the change; null for a new one.</summary>
    public int? From { get; init; }

    /// <summary>The line after the change; null for one that is gone.</summary>
    public int? To { get; init; }

    /// <summary>The first line before the change, where it is about several.</summary>
    public int? StartFrom { get; init; }

    /// <summary>The first line after the change, where it is about several.</summary>
    public int? StartTo { get; init; }

    /// <summary>Whether only its shell is left.</summary>
    public bool IsDeleted { get; init; }

    public required DateTimeOffset CreatedOn { get; init; }

    public required DateTimeOffset UpdatedOn { get; init; }

    /// <inheritdoc/>
    public string Id => Number.ToString(CultureInfo.InvariantCulture);
}
