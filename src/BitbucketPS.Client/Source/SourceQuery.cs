namespace BitbucketPS;

/// <summary>Which files and directories to list, in which order, and how many.</summary>
public sealed record SourceQuery : ListQuery
{
    /// <summary>How many levels of directories to list, from 1 for the directory itself; <see cref="AllLevels"/> for everything below it.</summary>
    public int Depth { get; init; } = 1;

    /// <summary>Everything below a directory. No tree that people work with is deeper.</summary>
    public const int AllLevels = 50;
}
