using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>Lets a parameter of type SecureString take a plain string too, as scripts have it from a secret store.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class SecretTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc />
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value is string text ? Secret.Protect(text) : inputData;
    }
}
