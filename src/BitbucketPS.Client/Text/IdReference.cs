namespace BitbucketPS;

/// <summary>A thing that another one names by its number alone.</summary>
internal sealed record IdReference
{
    /// <summary>Its number.</summary>
    public long? Id { get; init; }
}
