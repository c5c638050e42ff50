namespace BitbucketPS.Benchmarks.Contenders;

/// <summary>What a contender is to do.</summary>
internal enum Job
{
    /// <summary>Hand over the branches of one repository.</summary>
    Branches,

    /// <summary>Hand over the branches of all repositories of a workspace, in the order of the repositories.</summary>
    Everything,

    /// <summary>Let the branches of one repository pass through a script, which counts them.</summary>
    Stream,
}
