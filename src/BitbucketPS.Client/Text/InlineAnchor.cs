namespace BitbucketPS;

/// <summary>The place in a file that a comment is about.</summary>
public sealed record InlineAnchor
{
    /// <summary>The file's path in the repository.</summary>
    public string Path { get; init => field = value ?? ""; } = "";

    /// <summary>The same place, with the path as the service writes it: <c>./src/app.cs</c> is <c>src/app.cs</c>.</summary>
    internal InlineAnchor Clean() => this with { Path = SourcePath.Clean(Path) };

    /// <summary>The line in the old version of the file, counted from 1; null if it is about the new one, or about the whole file.</summary>
    public int? From { get; init; }

    /// <summary>The line in the new version of the file, counted from 1; null if it is about the old one, or about the whole file.</summary>
    public int? To { get; init; }

    /// <summary>The first line in the old version, where it is about several.</summary>
    public int? StartFrom { get; init; }

    /// <summary>The first line in the new version, where it is about several.</summary>
    public int? StartTo { get; init; }

    /// <summary><c>path:line</c>, or <c>path:first-last</c></summary>
    public override string ToString() => (To is null ? (StartFrom, From) : (StartTo, To)) switch
    {
        ({ } first, { } last) when first < last => FormattableString.Invariant($"{Path}:{first}-{last}"),
        (_, { } line) => FormattableString.Invariant($"{Path}:{line}"),
        _ => Path,
    };
}
