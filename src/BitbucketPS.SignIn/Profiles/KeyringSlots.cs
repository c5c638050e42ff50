using System.Security.Cryptography;
using System.Text;
using Microsoft.Identity.Client.Extensions.Msal;

namespace BitbucketPS.SignIn.Profiles;

/// <summary>Slots that are entries of the user's keyring (Linux: libsecret) or keychain (macOS).</summary>
/// <param name="folder">The folder that they are kept for; each has entries of its own.</param>
/// <param name="name">What a person calls it.</param>
/// <param name="whyMissing">Says why it is no use to ask for it.</param>
internal sealed class KeyringSlots(StoreFolder folder, string name, Func<string?> whyMissing) : ISlotStorage
{
    private const string Schema = "org.bitbucketps.profiles";
    private const string Collection = "default";

    // One per process: where a call hangs once, it hangs for every store.
    private static volatile string? s_obstacle;

    public string Name => name;

    public string LockName => "keyring.lock";

    public string? Obstacle => s_obstacle ?? whyMissing();

    public bool WasUsed => File.Exists(folder.File(Marker));

    // The package touches this file with each write, and deletes it with each removal. It is empty.
    private static string Marker => "profiles.keyring";

    public void GiveUp(string reason) => s_obstacle = reason;

    public string Describe(string slot) => $"the entry '{slot}' of the {name.ToLowerInvariant()} for '{folder.Path}'";

    public byte[]? Read(string slot) => Call(() => ReadNow(slot, Marker));

    // libsecret answers "no such entry" where the keyring is locked and nobody unlocks it. Only a write tells the two apart.
    public void ProveOpen() => Call<byte[]?>(() =>
    {
        // A name of its own for each, or one process would remove what the other is about to read.
        string slot = $"probe-{Guid.NewGuid():N}";
        byte[] probe = RandomNumberGenerator.GetBytes(16);
        Storage storage = StorageOf(slot, Marker + ".probe");
        storage.WriteData(probe);
        bool isOpen = storage.ReadData().AsSpan().SequenceEqual(probe);
        storage.Clear();
        return isOpen ? probe : throw new StoreUnreachableException("it does not keep what is written to it");
    });

    public void Write(string slot, byte[] data)
    {
        try
        {
            Call<byte[]?>(() =>
            {
                StorageOf(slot, Marker).WriteData(data);
                return null;
            });
        }
        catch (StoreUnreachableException e)
        {
            throw StoreFailure.Failed($"The profile cannot be saved in the {name.ToLowerInvariant()}: {e.Message}.", e);
        }
    }

    public bool TrySetAside(string slot, string aside)
    {
        if (Read(aside) is not null)
        {
            return false;
        }

        byte[] data = Read(slot) ?? [];
        Write(aside, data);
        if (!data.AsSpan().SequenceEqual(Read(aside)))
        {
            throw StoreFailure.Failed($"The saved profiles are damaged, and cannot be set aside in the {name.ToLowerInvariant()}.");
        }

        Call<byte[]?>(() =>
        {
            StorageOf(slot, Marker).Clear();
            return null;
        });
        return true;
    }

    private static T Call<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (FormatException e)
        {
            throw StoreFailure.Failed("The keyring's entry is none that BitbucketPS wrote.", e, "Look at the entries 'BitbucketPS' of the keyring, and remove them.");
        }
        catch (Exception e) when (e is not StoreUnreachableException)
        {
            // The package's own kind of exception is internal to it.
            throw new StoreUnreachableException(KeyringError.Explain(e), e);
        }
    }

    private byte[]? ReadNow(string slot, string marker) => StorageOf(slot, marker).ReadData() is { Length: > 0 } data ? data : null;

    private Storage StorageOf(string slot, string marker) => Storage.Create(
        new StorageCreationPropertiesBuilder(marker, folder.Path)
            .WithLinuxKeyring(
                Schema, Collection, $"BitbucketPS: saved profiles ({slot})", new("bitbucketps-folder", folder.Path), new("bitbucketps-slot", slot))
            .WithMacKeyChain($"BitbucketPS saved profiles {Short(folder.Path)}", slot)
            .Build());

    // The package gives macOS the length in characters, which is right for ASCII alone.
    private static string Short(string path) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(path)).AsSpan(0, 8));
}
