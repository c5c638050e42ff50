namespace BitbucketPS.Sandbox;

/// <summary>The OAuth consumer of a sandbox.</summary>
public sealed class SandboxConsumer
{
    internal SandboxConsumer(string key, string secret)
    {
        Key = key;
        Secret = secret;
    }

    /// <summary>The public half.</summary>
    public string Key { get; }

    /// <summary>The secret half; another one on every start without a data folder.</summary>
    public string Secret { get; }

    /// <summary>The key, never the secret.</summary>
    public override string ToString() => Key;
}
