namespace BitbucketPS.SignIn.Profiles;

/// <summary>Whether a slot can be used.</summary>
internal enum SlotCondition
{
    /// <summary>There is nothing.</summary>
    Absent,

    /// <summary>All of it is as it was written.</summary>
    Whole,

    /// <summary>It is not what was written.</summary>
    Damaged,

    /// <summary>A later version of this module wrote it.</summary>
    Newer,
}
