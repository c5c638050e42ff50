namespace BitbucketPS.Sandbox;

/// <summary>That a person belongs to a workspace, which owns this.</summary>
/// <param name="AccountUuid">Who.</param>
/// <param name="Permission"><c>owner</c> who may do everything, or <c>member</c>.</param>
/// <param name="AddedOn">Since when.</param>
internal sealed record Membership(string AccountUuid, string Permission, DateTimeOffset AddedOn) : IEntity
{
    public const string Owner = "owner";
    public const string Member = "member";

    /// <inheritdoc/>
    public string Id => AccountUuid;
}
