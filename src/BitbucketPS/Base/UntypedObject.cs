using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// An object without a type of its own, such as a line of a CSV file, or a model that came from another process: what stands for a
/// model only because its properties have the right names. Objects of other types may have the same names, and are something else.
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
        return value.BaseObject is PSCustomObject && IsOpen(value.TypeNames[0], model) ? new(value) : null;
    }

    /// <summary>A property as text; null if it has none.</summary>
    public string? Text(string property) => _object.Properties[property]?.Value?.ToString();

    /// <summary>The repository that the property of that name holds; null if it holds none.</summary>
    public RepositoryId? Repository() => RepositoryId.TryParse(Text("Repository"), out RepositoryId? repository) ? repository : null;

    /// <summary>The whole number that a property holds; null if it holds none.</summary>
    public long? Number(string property)
        => long.TryParse(Text(property), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out long number) ? number : null;

    // The engine puts its own names of types after those of a deserialised or selected object.
    private static bool IsOpen(string type, string model)
        => type is "System.Management.Automation.PSCustomObject" or "Selected.System.Management.Automation.PSCustomObject"
            || type.Equals($"Deserialized.{model}", StringComparison.Ordinal)
            || type.Equals($"Selected.{model}", StringComparison.Ordinal);
}
