namespace BitbucketPS;

/// <summary>A file that is to be committed.</summary>
/// <param name="Path">Its path from the root of the repository.</param>
/// <param name="Content">Its bytes; for a symbolic link, the path that it leads to.</param>
public sealed record SourceFile(string Path, ReadOnlyMemory<byte> Content)
{
    /// <summary>Whether it may be run as a program.</summary>
    public bool IsExecutable { get; init; }

    /// <summary>Whether it is a symbolic link.</summary>
    public bool IsLink { get; init; }
}
