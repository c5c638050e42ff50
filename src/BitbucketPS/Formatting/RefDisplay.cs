using System.ComponentModel;

namespace BitbucketPS.Cmdlets;

/// <summary>What the table of branches and tags shows: they share one, so that a list of both is one table.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RefDisplay
{
    /// <summary>The repository, and that it is a list of its tags.</summary>
    /// <param name="item">A branch or a tag.</param>
    public static string Group(Ref? item) => item is Tag ? $"{item.Repository} (tags)" : $"{item?.Repository}";

    /// <summary>How long ago a tag was made, or else its commit or that of a branch.</summary>
    /// <param name="item">A branch or a tag.</param>
    public static string Age(Ref? item) => Display.Age((item as Tag)?.Date ?? item?.Target?.Date);

    /// <summary>Who made a tag, or else wrote its commit or that of a branch.</summary>
    /// <param name="item">A branch or a tag.</param>
    public static string Author(Ref? item) => $"{(item as Tag)?.Tagger ?? item?.Target?.Author}";

    /// <summary>The first line of a tag's message, or else of that of the commit.</summary>
    /// <param name="item">A branch or a tag.</param>
    public static string Message(Ref? item) => Display.FirstLine(item is Tag { Message: { Length: > 0 } message } ? message : item?.Target?.Message);
}
