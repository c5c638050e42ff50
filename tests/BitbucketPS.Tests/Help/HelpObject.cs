using System.Collections;
using System.Management.Automation;

namespace BitbucketPS.Tests.Help;

/// <summary>Reads the loose objects that Get-Help writes.</summary>
internal static class HelpObject
{
    /// <summary>The values at a path of property names; lists on the way are taken item by item.</summary>
    public static IEnumerable<PSObject> At(this PSObject help, params string[] path)
    {
        IEnumerable<PSObject> found = [help];
        foreach (string name in path)
        {
            found = found.SelectMany(item => Items(item.Properties[name]?.Value));
        }

        return found;
    }

    /// <summary>The text of the paragraphs at a path.</summary>
    public static string Text(this PSObject help, params string[] path) => string.Join('\n', help.At([.. path, "Text"])).Trim();

    /// <summary>A property as text; empty if there is none.</summary>
    public static string Value(this PSObject help, string name) => help.Properties[name]?.Value?.ToString() ?? "";

    private static IEnumerable<PSObject> Items(object? value) => value switch
    {
        null => [],
        PSObject { BaseObject: IList list } => Items(list),
        IList list => list.Cast<object>().Select(PSObject.AsPSObject),
        _ => [PSObject.AsPSObject(value)],
    };
}
