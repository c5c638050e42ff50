namespace BitbucketPS.Cmdlets;

/// <summary>Reads where in a file a new comment is to stand, of a commit or a pull request.</summary>
internal static class CommentPlace
{
    /// <summary>The place that the parameters say; null for none.</summary>
    /// <param name="path">-Path: the file.</param>
    /// <param name="line">-Line: the line in its new version.</param>
    /// <param name="oldLine">-OldLine: the line in its old version.</param>
    /// <param name="startLine">-StartLine: the first line, where it is about several.</param>
    /// <param name="isAnswer">True if it answers another comment.</param>
    /// <exception cref="BitbucketException">They contradict each other.</exception>
    public static InlineAnchor? Of(string? path, int? line, int? oldLine, int? startLine, bool isAnswer)
    {
        if (path is null)
        {
            return (line ?? oldLine ?? startLine) is not { } some ? null : throw Invalid(
                FormattableString.Invariant($"Line {some} of which file is meant was not said."),
                "Give -Path, the path of the file in the repository.");
        }

        if (isAnswer)
        {
            throw Invalid("An answer stands where the comment stands that it answers; it has no -Path of its own.", "Leave out -Path or -ReplyTo.");
        }

        if (line is not null && oldLine is not null)
        {
            throw Invalid("A comment is about a line of the new file or of the old one, not of both.", "Leave out -Line or -OldLine.");
        }

        RequireOrder(line ?? oldLine, startLine);
        return new()
        {
            Path = path,
            To = line,
            From = oldLine,
            StartTo = line is null ? null : startLine,
            StartFrom = line is null ? startLine : null,
        };
    }

    private static void RequireOrder(int? last, int? first)
    {
        if (first is not null && (last is null || first > last))
        {
            throw Invalid(
                FormattableString.Invariant($"-StartLine {first} is the first of several lines, and the last was not said or comes before it."),
                "Give the last line as -Line, or as -OldLine for the old file.");
        }
    }

    private static BitbucketException Invalid(string message, string action)
        => new(BitbucketErrorKind.InvalidArgument, message) { RecommendedAction = action };
}
