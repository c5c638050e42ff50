namespace BitbucketPS;

/// <summary>The body that makes a branch.</summary>
internal sealed record CreateBranchBody(string Name, CreateBranchBody.TargetBody Target)
{
    /// <summary>What the branch points to: a commit hash, or the name of another branch.</summary>
    internal sealed record TargetBody(string Hash);
}
