using System.Collections;
using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// An object without a type of its own, such as a line of a CSV file, a hashtable, or a model that came from another process: what stands
/// for a model only because its properties have the right names. Objects of other types may have the same names, and are something else.
/// </summary>
internal sealed class UntypedObject
{
    private readonly PSObject _object;

    private UntypedObject(PSObject value)
    {
        _object = value;
    }

    /// <summary>Takes an object as one that may stand for a model; null if it has a type of its own.</summary>
    /// <param name="input">The object.</param>
    /// <param name="model">The name of the model's type, such as <c>BitbucketPS.Branch</c>.</param>
    public static UntypedObject? From(object input, string model)
    {
        PSObject value = PSObject.AsPSObject(input);
        return value.BaseObject switch
        {
            IDictionary entries => new(OfEntries(entries)),
            PSCustomObject when IsOpen(value.TypeNames[0], model) => new(value),
            _ => null,
        };
    }

    /// <summary>A property as text; null if it has none.</summary>
    public string? Text(string property) => _object.Properties[property]?.Value?.ToString();

    /// <summary>The repository that the property of that name holds; null if it holds none.</summary>
    public RepositoryId? Repository()
    {
        object? value = _object.Properties["Repository"]?.Value;
        string? text = value is null ? null : From(value, "BitbucketPS.RepositoryId")?.FullName() ?? value.ToString();
        return RepositoryId.TryParse(text, out RepositoryId? repository) ? repository : null;
    }

    /// <summary>The address of the repository that it stands for; null if it stands for none. JSON has it in two parts.</summary>
    public string? FullName() => Text("FullName") is { Length: > 0 } name ? name
        : (Text("Workspace"), Text("Slug")) is ({ Length: > 0 } workspace, { Length: > 0 } slug) ? $"{workspace}/{slug}" : null;

    /// <summary>All that it says.</summary>
    public override string ToString() => _object.ToString();

    /// <summary>The whole number that a property holds; null if it holds none.</summary>
    public long? Number(string property)
        => long.TryParse(Text(property), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out long number) ? number : null;

    private static PSObject OfEntries(IDictionary entries)
    {
        PSObject value = new();
        foreach (DictionaryEntry entry in entries)
        {
            value.Properties.Add(new PSNoteProperty($"{entry.Key}", entry.Value));
        }

        return value;
    }

    // The engine puts its own names of types after those of a deserialised or selected object.
    private static bool IsOpen(string type, string model)
        => type is "System.Management.Automation.PSCustomObject" or "Selected.System.Management.Automation.PSCustomObject"
            || type.Equals($"Deserialized.{model}", StringComparison.Ordinal)
            || type.Equals($"Selected.{model}", StringComparison.Ordinal);
}
