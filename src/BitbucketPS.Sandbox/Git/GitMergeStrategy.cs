namespace BitbucketPS.Sandbox;

/// <summary>The ways in which Bitbucket merges.</summary>
internal enum GitMergeStrategy
{
    /// <summary>Always a commit with two parents.</summary>
    MergeCommit,

    /// <summary>One new commit with all changes.</summary>
    Squash,

    /// <summary>The destination moves to the source; refused if it is not behind it.</summary>
    FastForward,

    /// <summary>One new commit with all changes; refused if the destination is not behind the source.</summary>
    SquashFastForward,

    /// <summary>The commits of the source anew on top of the destination.</summary>
    RebaseFastForward,

    /// <summary>The same, and a commit with two parents on top.</summary>
    RebaseMerge,
}
