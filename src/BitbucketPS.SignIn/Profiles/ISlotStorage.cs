namespace BitbucketPS.SignIn.Profiles;

/// <summary>
/// Where bytes lie under a few names. Calls may block for as long as a person thinks about a password, or for ever: see
/// <see cref="ProfilePlace"/>, which alone makes them.
/// </summary>
internal interface ISlotStorage
{
    /// <summary>What a list of profiles calls it.</summary>
    string Name { get; }

    /// <summary>The name of the lock file that who writes holds.</summary>
    string LockName { get; }

    /// <summary>Why it is no use to call it, as the end of a sentence; null where it may be called.</summary>
    string? Obstacle { get; }

    /// <summary>Whether something was once written, as far as that can be known without a call.</summary>
    bool WasUsed { get; }

    /// <summary>Is told that a call did not end in time, so that nobody in this process waits for it again.</summary>
    /// <param name="reason">Why it is no use to call it.</param>
    void GiveUp(string reason);

    /// <summary>Says for a person where a slot lies.</summary>
    /// <param name="slot">Its name.</param>
    string Describe(string slot);

    /// <summary>Reads a slot; null where there is none.</summary>
    /// <param name="slot">Its name.</param>
    /// <exception cref="StoreUnreachableException">It cannot be reached.</exception>
    byte[]? Read(string slot);

    /// <summary>Fails where the storage is closed and so reads as if it were empty.</summary>
    /// <exception cref="StoreUnreachableException">It is closed.</exception>
    void ProveOpen();

    /// <summary>Writes a slot.</summary>
    /// <param name="slot">Its name.</param>
    /// <param name="data">What.</param>
    void Write(string slot, byte[] data);

    /// <summary>Moves a slot to another name, where nothing may be yet.</summary>
    /// <param name="slot">Its name.</param>
    /// <param name="aside">The other.</param>
    /// <returns>False if there is something under the other name.</returns>
    bool TrySetAside(string slot, string aside);
}
