using System.ComponentModel;

namespace BitbucketPS.Cmdlets;

/// <summary>What the table views of files show where a property alone does not say it well.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SourceDisplay
{
    /// <summary>What is special about a file, in one line.</summary>
    /// <param name="attributes">The attributes.</param>
    public static string Attributes(IReadOnlyList<string>? attributes) => string.Join(", ", attributes ?? []);

    /// <summary>The beginning of a hash, as git shows it.</summary>
    /// <param name="hash">The hash.</param>
    public static string ShortHash(string? hash) => hash is { Length: > 7 } ? hash[..7] : hash ?? "";

    /// <summary>The path of a file, with the one it had before where it was moved.</summary>
    /// <param name="file">The file.</param>
    public static string Path(DiffStat? file)
        => file is { OldPath: { } old } && !string.Equals(old, file.Path, StringComparison.Ordinal) ? $"{old} -> {file.Path}" : file?.Path ?? "";
}
