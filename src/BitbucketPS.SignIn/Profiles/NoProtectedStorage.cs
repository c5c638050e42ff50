namespace BitbucketPS.SignIn.Profiles;

/// <summary>Stands where a platform has no protected storage.</summary>
internal sealed class NoProtectedStorage : ISlotStorage
{
    public string Name => "None";

    public string LockName => "none.lock";

    public string? Obstacle => "this platform has none that BitbucketPS knows";

    public bool WasUsed => false;

    public void GiveUp(string reason)
    {
        // Nobody calls it to begin with.
    }

    public string Describe(string slot) => throw Unreachable();

    public byte[]? Read(string slot) => throw Unreachable();

    public void ProveOpen() => throw Unreachable();

    public void Write(string slot, byte[] data) => throw Unreachable();

    public bool TrySetAside(string slot, string aside) => throw Unreachable();

    private StoreUnreachableException Unreachable() => new(Obstacle!);
}
