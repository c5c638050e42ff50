using System.Collections;
using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>Lets a seed be a table: <c>@{ repositories = 200; users = 50 }</c> is <c>repositories=200,users=50</c>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class SeedTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc />
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value is IDictionary table
            ? string.Join(',', table.Cast<DictionaryEntry>().Select(Text).Order(StringComparer.Ordinal))
            : inputData;
    }

    // LanguagePrimitives writes numbers the same way everywhere.
    private static string Text(DictionaryEntry entry)
        => $"{LanguagePrimitives.ConvertTo<string>(entry.Key).ToLowerInvariant()}={LanguagePrimitives.ConvertTo<string>(entry.Value)}";
}
