namespace BitbucketPS.Sandbox;

/// <summary>What somebody may do with a repository or the repositories of a project; each level includes those before it.</summary>
internal enum AccessLevel
{
    None,
    Read,
    Write,

    /// <summary>Of projects only: make repositories in it.</summary>
    CreateRepository,
    Admin,
}
