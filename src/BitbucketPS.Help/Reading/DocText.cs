using System.Text;
using System.Xml.Linq;

namespace BitbucketPS.Help;

/// <summary>Makes plain paragraphs of the elements of XML documentation.</summary>
internal sealed class DocText
{
    private readonly List<string> _paragraphs = [];
    private readonly StringBuilder _line = new();

    private DocText()
    {
    }

    /// <summary>The paragraphs of an element, each one line.</summary>
    public static IReadOnlyList<string> Paragraphs(XElement element)
    {
        DocText text = new();
        text.AddAll(element);
        text.EndParagraph();
        return text._paragraphs;
    }

    /// <summary>An element as one line.</summary>
    public static string Line(XElement element) => string.Join(' ', Paragraphs(element));

    private void AddAll(XElement element)
    {
        foreach (XNode node in element.Nodes())
        {
            Add(node);
        }
    }

    private void Add(XNode node)
    {
        switch (node)
        {
            case XText text:
                _line.Append(text.Value);
                break;
            case XElement { Name.LocalName: "para" } block:
                AddBlock(block, "");
                break;
            case XElement { Name.LocalName: "item" } block:
                AddBlock(block, "- ");
                break;
            case XElement { IsEmpty: true } reference:
                _line.Append(Referent(reference));
                break;
            case XElement inline:
                AddAll(inline);
                break;
        }
    }

    private void AddBlock(XElement block, string lead)
    {
        EndParagraph();
        _line.Append(lead);
        AddAll(block);
        EndParagraph();
    }

    private void EndParagraph()
    {
        string paragraph = string.Join(' ', _line.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        _line.Clear();
        if (paragraph.Length > 0)
        {
            _paragraphs.Add(paragraph);
        }
    }

    // <see cref="P:BitbucketPS.Branch.Name" /> reads as Name, <paramref name="x" /> as x.
    private static string Referent(XElement element)
        => (string?)element.Attribute("cref") is { } cref
            ? cref.Split('(')[0].Split('.', ':')[^1]
            : (string?)(element.Attribute("langword") ?? element.Attribute("href") ?? element.Attribute("name")) ?? "";
}
