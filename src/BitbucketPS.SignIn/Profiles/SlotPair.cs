using System.Globalization;
using System.Security.Cryptography;

namespace BitbucketPS.SignIn.Profiles;

/// <summary>
/// Keeps profiles in two slots in turn. A write goes to the one that is not the newest, so whatever becomes of it, the state
/// before it stays whole. All calls block.
/// </summary>
/// <param name="storage">Where the slots lie.</param>
internal sealed class SlotPair(ISlotStorage storage)
{
    /// <summary>The names of the slots.</summary>
    public static IReadOnlyList<string> Slots { get; } = ["a", "b"];

    /// <summary>Reads both slots.</summary>
    /// <param name="beforeWrite">Whether what is read decides what is written.</param>
    /// <exception cref="BitbucketException">They cannot be read, or a later version wrote them.</exception>
    /// <exception cref="StoreUnreachableException">They cannot be reached.</exception>
    public SlotPairState Read(bool beforeWrite)
    {
        SlotPairState state = ReadNow();
        if (state.IsEmpty && (beforeWrite || storage.WasUsed))
        {
            // Believed, a locked keyring that reads as empty would be written over once somebody unlocks it.
            storage.ProveOpen();
            state = ReadNow();
        }

        Slot? newer = state.Slots.FirstOrDefault(slot => slot.Condition == SlotCondition.Newer);
        return newer is null ? state : throw StoreFailure.Newer($"The store of saved profiles ({storage.Describe(newer.Name)})");
    }

    /// <summary>Writes a new state, and makes sure that it can be read.</summary>
    /// <param name="before">What was read.</param>
    /// <param name="document">What to keep.</param>
    /// <param name="twice">Writes both slots, so that nothing of the state before is left.</param>
    /// <exception cref="BitbucketException">It cannot be written.</exception>
    public SlotPairState Write(SlotPairState before, ProfileDocument document, bool twice)
    {
        SlotPairState after = WriteOnce(before, document);
        return twice ? WriteOnce(after, document) : after;
    }

    /// <summary>Moves what is damaged to other names.</summary>
    /// <param name="state">What was read.</param>
    /// <param name="now">The time, for the names.</param>
    /// <returns>Where it lies now, for a person.</returns>
    public string SetAside(SlotPairState state, DateTimeOffset now)
    {
        List<string> places = [];
        foreach (Slot slot in state.Slots.Where(slot => slot.Condition == SlotCondition.Damaged))
        {
            string aside = string.Create(CultureInfo.InvariantCulture, $"{slot.Name}.damaged-{now.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}");
            string free = aside;
            for (int count = 2; !storage.TrySetAside(slot.Name, free); count++)
            {
                free = string.Create(CultureInfo.InvariantCulture, $"{aside}-{count}");
            }

            places.Add(storage.Describe(free));
        }

        return string.Join(" and ", places);
    }

    private SlotPairState ReadNow() => new([.. Slots.Select(ReadSlot)]);

    private Slot ReadSlot(string name)
    {
        byte[]? image = storage.Read(name);
        Slot slot = SlotImage.Decode(name, image);
        CryptographicOperations.ZeroMemory(image);
        return slot;
    }

    private SlotPairState WriteOnce(SlotPairState before, ProfileDocument document)
    {
        string target = before.Target;
        long generation = before.Newest.Generation + 1;
        byte[] image = SlotImage.Encode(generation, document);
        storage.Write(target, image);
        byte[]? kept = storage.Read(target);
        bool isKept = image.AsSpan().SequenceEqual(kept);
        CryptographicOperations.ZeroMemory(image);
        CryptographicOperations.ZeroMemory(kept);
        return isKept
            ? before.With(new Slot(target, SlotCondition.Whole, generation, document))
            : throw StoreFailure.Failed($"The profile cannot be saved: {storage.Describe(target)} does not hold what was written to it.");
    }
}
