namespace BitbucketPS.Sandbox;

/// <summary>Key and secret of the consumer, which stay the same as long as what the sandbox remembers.</summary>
/// <param name="Key">The public half.</param>
/// <param name="Secret">The other one.</param>
internal sealed record ConsumerKeys(string Key, string Secret) : ILocalEntity
{
    private const string TheId = "consumer";

    /// <inheritdoc/>
    public string Id => TheId;

    public static ConsumerKeys Of(Data data) => data.Find<ConsumerKeys>(TheId)!;

    /// <summary>Makes them unless they are there.</summary>
    public static void Ensure(Data data)
    {
        if (data.Find<ConsumerKeys>(TheId) is null)
        {
            data.Put(new ConsumerKeys("sandbox-" + TokenStore.RandomText(6), TokenStore.RandomText(24)));
        }
    }
}
