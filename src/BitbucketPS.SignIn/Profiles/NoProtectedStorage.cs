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

    public string Describe(string slot) => throw new NotSupportedException();

    public byte[]? Read(string slot) => throw new NotSupportedException();

    public void ProveOpen() => throw new NotSupportedException();

    public void Write(string slot, byte[] data) => throw new NotSupportedException();

    public bool TrySetAside(string slot, string aside) => throw new NotSupportedException();
}
