using System.ComponentModel;
using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Makes a model of an object without a type of its own that has all of its address. One that has not is refused: the engine would make
/// a model of it all the same, with no name or the number 0.
/// </summary>
/// <param name="model">The name of the model's type.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public abstract class UntypedTransformationAttribute(string model) : ArgumentTransformationAttribute
{
    /// <inheritdoc />
    public sealed override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
        => UntypedObject.From(inputData, model) is { } input ? Read(input) ?? throw Incomplete(input) : inputData;

    /// <summary>Makes the model; null if something of the address is missing.</summary>
    private protected abstract object? Read(UntypedObject input);

    // What the engine takes for a failed conversion it tries to bind otherwise, as to -Repository.
    private ArgumentTransformationMetadataException Incomplete(UntypedObject input)
    {
        string message = $"'{input}' does not say which {model.Split('.')[^1]} is meant.";
        return new(message, new PSInvalidCastException(message));
    }
}
