using System.Reflection;
using System.Xml.Linq;

namespace BitbucketPS.Help;

/// <summary>The XML documentation of the module's assemblies.</summary>
internal sealed class XmlDocs
{
    private const string Inherit = "inheritdoc";

    private readonly Dictionary<string, XElement> _members;

    private XmlDocs(Dictionary<string, XElement> members) => _members = members;

    /// <summary>Reads the documentation of the module and of what it brings, from the folder it is built to.</summary>
    public static XmlDocs Load(string directory)
    {
        // Space counts: it tells how far the lines of an example are set in.
        IEnumerable<XElement> members = Directory.GetFiles(directory, "BitbucketPS*.xml")
            .Order(StringComparer.Ordinal)
            .SelectMany(path => XDocument.Load(path, LoadOptions.PreserveWhitespace).Descendants("member"));
        Dictionary<string, XElement> byName = new(StringComparer.Ordinal);
        foreach (XElement member in members)
        {
            byName.TryAdd((string)member.Attribute("name")!, member);
        }

        return new(byName);
    }

    /// <summary>The documentation of a type; an empty element if there is none.</summary>
    public XElement OfType(Type type) => Find($"T:{Id(type)}");

    /// <summary>The summary of a value of an enum; an empty element if there is none.</summary>
    public XElement SummaryOfValue(Type type, string name) => Part(Find($"F:{Id(type)}.{name}"), "summary");

    /// <summary>The summary of a property, its own or else the one it inherits; an empty element if there is none.</summary>
    public XElement SummaryOfProperty(Type type, string name)
    {
        for (Type? declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            XElement member = Declares(declaring, name) ? Follow(Find($"P:{Id(declaring)}.{name}")) : Empty();
            if (Part(member, "summary") is { IsEmpty: false } summary)
            {
                return summary;
            }
        }

        return Empty();
    }

    /// <summary>A part of a member's documentation; an empty element if there is none.</summary>
    public static XElement Part(XElement member, string name) => member.Element(name) ?? Empty();

    private static bool Declares(Type type, string property)
        => type.GetProperty(property, BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Public) is not null;

    private static string Id(Type type) => type.FullName!.Replace('+', '.');

    private static XElement Empty() => new("none");

    private XElement Follow(XElement member)
        => member.Element(Inherit)?.Attribute("cref") is { } cref ? Find(cref.Value) : member;

    private XElement Find(string id) => _members.GetValueOrDefault(id) ?? Empty();
}
