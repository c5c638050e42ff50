using System.Globalization;
using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>Lets a time be a number of milliseconds, which the engine itself would take for ticks, or for days.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class MillisecondsTransformationAttribute : ArgumentTransformationAttribute
{
    private const double Longest = 1e12;

    /// <inheritdoc />
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value is not TimeSpan
            && LanguagePrimitives.TryConvertTo(value, CultureInfo.InvariantCulture, out double number)
            && Math.Abs(number) < Longest
                ? TimeSpan.FromMilliseconds(number)
                : inputData;
    }
}
