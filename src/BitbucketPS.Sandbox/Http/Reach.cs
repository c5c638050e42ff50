namespace BitbucketPS.Sandbox;

/// <summary>What a credential is made for: a workspace, a project of it or one repository.</summary>
/// <remarks>It takes the place of memberships: the credential has all of it, and nothing beside it, public or not.</remarks>
/// <param name="Workspace">Where it is.</param>
/// <param name="Project">Null for all of them.</param>
/// <param name="Slug">Of the repository; null for all of them.</param>
internal sealed record Reach(Workspace Workspace, Project? Project = null, string? Slug = null)
{
    public bool Includes(HostedRepository repository)
        => repository.Workspace == Workspace
            && (Project is null || repository.Project == Project)
            && (Slug is null || string.Equals(repository.Slug, Slug, StringComparison.Ordinal));

    /// <summary>Whether it is a workspace or something in it.</summary>
    public bool Touches(Workspace workspace) => Workspace == workspace;

    /// <summary>Whether it is a workspace with everything in it.</summary>
    public bool Includes(Workspace workspace) => Touches(workspace) && Project is null && Slug is null;
}
