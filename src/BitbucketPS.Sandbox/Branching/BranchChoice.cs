namespace BitbucketPS.Sandbox;

/// <summary>The branch that plays a part in a branching model.</summary>
/// <param name="Name">One of its own; null for none.</param>
/// <param name="UsesMainBranch">Whether the main branch plays the part, whatever its name.</param>
internal sealed record BranchChoice(string? Name, bool UsesMainBranch)
{
    /// <summary>The name of the branch of a repository that it means; null for none.</summary>
    public string? NameIn(HostedRepository repository) => UsesMainBranch ? MainBranch.Read(repository.Git) : Name;
}
