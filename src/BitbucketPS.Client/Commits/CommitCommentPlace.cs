namespace BitbucketPS;

/// <summary>The place in a file that a new comment is about.</summary>
/// <param name="Path">The file's path in the repository.</param>
public sealed record CommitCommentPlace(string Path)
{
    /// <summary>The line in the old version of the file, counted from 1; null for none.</summary>
    public int? From { get; init; }

    /// <summary>The line in the new version of the file, counted from 1; null for none.</summary>
    public int? To { get; init; }
}
