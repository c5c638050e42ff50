using System.Xml.Linq;

namespace BitbucketPS.Help;

/// <summary>Reads the examples of a cmdlet.</summary>
internal static class ExampleReader
{
    /// <summary>Reads one example.</summary>
    public static ExampleHelp Read(XElement example)
    {
        (string title, string remarks) = Sentence.Split(DocText.Line(XmlDocs.Part(example, "summary")));
        return new(title.TrimEnd('.'), remarks, Code(XmlDocs.Part(example, "code")));
    }

    // The compiler sets every line of a comment in; what a line has beyond that is the author's.
    private static string Code(XElement code)
    {
        int indent = code.PreviousNode is XText { Value: string before } && before.Contains('\n', StringComparison.Ordinal)
            ? before.Length - before.LastIndexOf('\n') - 1
            : 0;
        IEnumerable<string> lines = code.Value.ReplaceLineEndings("\n").Split('\n').Select(line => Outdent(line, indent).TrimEnd());
        return string.Join('\n', lines).Trim('\n');
    }

    private static string Outdent(string line, int indent)
        => line[Math.Min(indent, line.Length - line.TrimStart().Length)..];
}
