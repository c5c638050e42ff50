using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Lets a parameter that takes a user as text take accounts, users, members, participants and default reviewers as well: by their
/// UUID, since their text is a display name. Alone or in a list.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class UserTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc />
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
        => inputData is object[] list ? Array.ConvertAll(list, One) : One(inputData);

    private static object One(object input) => (input is PSObject wrapped ? wrapped.BaseObject : input) switch
    {
        Account account => UserAddress.Of(account) ?? input,
        User user => user.Uuid ?? user.AccountId ?? input,
        WorkspaceMember { User: { } account } => UserAddress.Of(account) ?? input,
        Participant { User: { } account } => UserAddress.Of(account) ?? input,

        // Its text may be the nickname of somebody all the same.
        { } other when other.GetType().Assembly == typeof(Account).Assembly => throw new ArgumentTransformationMetadataException($"'{other}' is no user."),
        _ => input,
    };
}
