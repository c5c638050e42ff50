namespace BitbucketPS.Help;

/// <summary>Tells the first sentence of a text from the rest.</summary>
internal static class Sentence
{
    /// <summary>The first sentence with its full stop, and what follows it.</summary>
    public static (string First, string Remainder) Split(string text)
    {
        // 1.0 and example.org hold no end: a space has to follow.
        int end = text.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? (text, "") : (text[..(end + 1)], text[(end + 2)..]);
    }
}
