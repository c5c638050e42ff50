namespace BitbucketPS;

/// <summary>What one commit is to do to files.</summary>
public sealed record SourceChange
{
    /// <summary>The message of the commit.</summary>
    public required string Message { get; init; }

    /// <summary>The branch that it is added to; null for the main branch. One that does not exist is made.</summary>
    public string? Branch { get; init; }

    /// <summary>Who wrote it, as <c>Name &lt;e-mail&gt;</c>; null for the account that is signed in.</summary>
    public string? Author { get; init; }

    /// <summary>
    /// The hash of the commit that it follows; null for the newest of the branch. The service refuses it if a branch that exists has
    /// moved on; a new branch begins there.
    /// </summary>
    public string? Parent { get; init; }

    /// <summary>The files that are added or changed.</summary>
    public IReadOnlyList<SourceFile> Files { get; init; } = [];

    /// <summary>The paths of the files that are deleted.</summary>
    public IReadOnlyList<string> Deleted { get; init; } = [];
}
