using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>
/// What the parameter <c>fields</c> leaves of an answer, seen from one place in it. <c>a.b</c> means only that,
/// <c>-a.b</c> takes away and <c>+a.b</c> brings back, whatever their order. Members of lists have no step of their own.
/// A plus that was not sent as <c>%2B</c> is a space here, and so the beginning of a name that nothing has, as the service says.
/// </summary>
internal sealed class PartialAnswer
{
    private static readonly PartialAnswer s_everything = new(null, FieldPaths.None, FieldPaths.None);

    // Null for everything.
    private readonly FieldPaths? _only;
    private readonly FieldPaths _removed;
    private readonly FieldPaths _added;

    private PartialAnswer(FieldPaths? only, FieldPaths removed, FieldPaths added)
    {
        _only = only;
        _removed = removed;
        _added = added;
    }

    /// <summary>The name of the parameter.</summary>
    public const string Parameter = "fields";

    /// <summary>Reads the parameter.</summary>
    /// <param name="text">Decoded once; null if it is not there.</param>
    public static PartialAnswer Parse(string? text)
    {
        string[] items = (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        string[] only = [.. items.Where(item => item[0] is not ('+' or '-'))];
        return new(
            only.Length > 0 ? FieldPaths.Parse(only) : null,
            FieldPaths.Parse(items.Where(item => item[0] is '-').Select(item => item[1..])),
            FieldPaths.Parse(items.Where(item => item[0] is '+').Select(item => item[1..])));
    }

    /// <summary>Whether anything is left of a member of the answer, which need not be made otherwise.</summary>
    public bool Includes(string name) => !Below(name).IsNothing;

    /// <summary>Whether a member is asked for by its name, so that an answer that leaves it out holds it too.</summary>
    public bool AsksFor(params ReadOnlySpan<string> path)
    {
        FieldPaths added = _added;
        FieldPaths? only = _only;
        foreach (string name in path)
        {
            added = added.Below(name);
            only = only?.Below(name);
        }

        return !added.IsEmpty || only is { IsEmpty: false };
    }

    /// <summary>Takes out of an answer what is not wanted.</summary>
    public void Prune(JsonObject value)
    {
        if (IsEverything)
        {
            return;
        }

        string[] names = [.. value.Select(member => member.Key)];
        foreach (string name in names)
        {
            PartialAnswer below = Below(name);
            if (below.Keeps(value[name]))
            {
                below.PruneInside(value[name]);
            }
            else
            {
                value.Remove(name);
            }
        }
    }

    // So most requests want it: then nothing needs to be looked at.
    private bool IsEverything => _only is null && _removed.IsEmpty;

    private bool IsNothing => _only is { IsEmpty: true } && _added.IsEmpty;

    private PartialAnswer Below(string name)
    {
        FieldPaths added = _added.Below(name);
        if (added.EndsHere)
        {
            return s_everything;
        }

        FieldPaths removed = _removed.Below(name);
        if (removed.EndsHere)
        {
            return new(FieldPaths.None, FieldPaths.None, added);
        }

        FieldPaths? only = _only?.Below(name);
        return new(only is { EndsHere: true } ? null : only, removed, added);
    }

    // A path that goes on below a text or a number names something that does not exist.
    private bool Keeps(JsonNode? value) => value is JsonObject or JsonArray ? !IsNothing : _only is null;

    private void PruneInside(JsonNode? value)
    {
        if (value is JsonObject members)
        {
            Prune(members);
        }
        else if (value is JsonArray items)
        {
            PruneItems(items);
        }
    }

    private void PruneItems(JsonArray items)
    {
        for (int i = items.Count - 1; i >= 0; i--)
        {
            if (Keeps(items[i]))
            {
                PruneInside(items[i]);
            }
            else
            {
                items.RemoveAt(i);
            }
        }
    }
}
