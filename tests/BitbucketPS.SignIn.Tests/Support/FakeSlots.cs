using System.Collections.Concurrent;
using BitbucketPS.SignIn.Profiles;

namespace BitbucketPS.SignIn.Tests;

/// <summary>A keyring in memory that can be locked, be missing, hang, and be cut off in the middle of a write.</summary>
internal sealed class FakeSlots : ISlotStorage
{
    public ConcurrentDictionary<string, byte[]> Entries { get; } = new(StringComparer.Ordinal);

    public string Name => "Keyring";

    public string LockName => "keyring.lock";

    public string? Obstacle { get; set; }

    public bool WasUsed { get; set; }

    /// <summary>Reads as empty, as libsecret does where nobody unlocks the keyring.</summary>
    public bool IsLocked { get; set; }

    /// <summary>Blocks each read, and gives what ends that.</summary>
    public TaskCompletionSource<ManualResetEventSlim>? HangsReading { get; set; }

    /// <summary>Blocks each write, and gives what ends that.</summary>
    public TaskCompletionSource<ManualResetEventSlim>? HangsWriting { get; set; }

    /// <summary>Ends a write after so many bytes, as a kill would.</summary>
    public int? CutAt { get; set; }

    /// <summary>Keeps nothing, and does not say so.</summary>
    public bool IsForgetful { get; set; }

    /// <summary>How often it was read.</summary>
    public int Calls { get; private set; }

    public void GiveUp(string reason) => Obstacle = reason;

    public string Describe(string slot) => $"entry {slot}";

    public byte[]? Read(string slot)
    {
        Calls++;
        Hang(HangsReading);
        return !IsLocked && Entries.TryGetValue(slot, out byte[]? data) ? [.. data] : null;
    }

    public void ProveOpen()
    {
        if (IsLocked)
        {
            throw new StoreUnreachableException("it is locked");
        }
    }

    public void Write(string slot, byte[] data)
    {
        Hang(HangsWriting);
        if (IsForgetful)
        {
            return;
        }

        WasUsed = true;
        Entries[slot] = data[..(CutAt ?? data.Length)];
        if (CutAt is not null)
        {
            throw new KilledException();
        }
    }

    public bool TrySetAside(string slot, string aside)
        => Entries.TryAdd(aside, Entries[slot]) && Entries.TryRemove(slot, out _);

    private static void Hang(TaskCompletionSource<ManualResetEventSlim>? hang)
    {
        if (hang is not null)
        {
            using ManualResetEventSlim release = new();
            hang.TrySetResult(release);
            release.Wait();
        }
    }
}
