namespace BitbucketPS.Help;

/// <summary>What the pages of the reference have in common.</summary>
internal static class MarkdownPage
{
    private const string Notice = "<!-- Made by the build from the comments in the code; change it there. -->";

    /// <summary>A page of blocks that one empty line sets apart.</summary>
    public static string Write(IEnumerable<string> blocks) => string.Join("\n\n", blocks.Prepend(Notice)) + "\n";
}
