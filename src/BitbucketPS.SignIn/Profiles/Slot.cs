namespace BitbucketPS.SignIn.Profiles;

/// <summary>What one slot holds.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Condition">Whether it can be used.</param>
/// <param name="Generation">How often the store was written when it was; 0 where it is not whole.</param>
/// <param name="Document">The profiles; none where it is not whole.</param>
internal sealed record Slot(string Name, SlotCondition Condition, long Generation, ProfileDocument Document);
