namespace BitbucketPS.Sandbox;

/// <summary>An item that is answered.</summary>
/// <param name="Call">The request.</param>
/// <param name="Owner">What the collection belongs to.</param>
/// <param name="Item">The item.</param>
internal sealed record ItemView(ApiCall Call, ItemOwner Owner, Item Item)
{
    /// <summary>Whether this answers the request that made the item: the one time some secrets are told.</summary>
    public bool IsNew { get; init; }
}
