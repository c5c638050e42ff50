namespace BitbucketPS.SignIn.Profiles;

/// <summary>What both slots hold.</summary>
/// <param name="Slots">The slots.</param>
internal sealed record SlotPairState(IReadOnlyList<Slot> Slots)
{
    /// <summary>The newest slot that is whole; one without profiles where none is.</summary>
    public Slot Newest => Slots.Where(slot => slot.Condition == SlotCondition.Whole).MaxBy(slot => slot.Generation) ?? Slots[^1];

    /// <summary>The slot to write next.</summary>
    public string Target => Slots.First(slot => slot != Newest).Name;

    /// <summary>Whether there is nothing at all.</summary>
    public bool IsEmpty => Slots.All(slot => slot.Condition == SlotCondition.Absent);

    /// <summary>Whether there is something, and nothing of it whole.</summary>
    public bool IsDamaged => !IsEmpty && Slots.All(slot => slot.Condition is SlotCondition.Absent or SlotCondition.Damaged);

    /// <summary>The same after a slot was written.</summary>
    /// <param name="slot">The slot.</param>
    public SlotPairState With(Slot slot)
        => new([.. Slots.Select(other => string.Equals(other.Name, slot.Name, StringComparison.Ordinal) ? slot : other)]);
}
