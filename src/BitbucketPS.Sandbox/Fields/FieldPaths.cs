namespace BitbucketPS.Sandbox;

/// <summary>Dotted paths into an answer, of which <c>*</c> stands for any one name, as seen from one place in it.</summary>
internal sealed class FieldPaths
{
    private readonly IReadOnlyList<string[]> _paths;
    private readonly int _depth;

    private FieldPaths(IReadOnlyList<string[]> paths, int depth)
    {
        _paths = paths;
        _depth = depth;
    }

    public static FieldPaths None { get; } = new([], 0);

    /// <summary>Whether no path leads here or further down.</summary>
    public bool IsEmpty => _paths.Count == 0;

    /// <summary>Whether a path names this very place, and so all that is in it.</summary>
    public bool EndsHere => _paths.Any(path => path.Length == _depth);

    /// <summary>Paths from the top of an answer; one with an empty step leads nowhere.</summary>
    public static FieldPaths Parse(IEnumerable<string> paths) => new([.. paths.Select(path => path.Split('.'))], 0);

    /// <summary>What is left of them below a member of an object.</summary>
    public FieldPaths Below(string name)
        => new([.. _paths.Where(path => path.Length > _depth && Names(path[_depth], name))], _depth + 1);

    private static bool Names(string step, string name)
        => step is "*" || string.Equals(step, name, StringComparison.Ordinal);
}
