namespace BitbucketPS;

/// <summary>The body that makes, changes or forks a repository; what is null is not sent.</summary>
internal sealed record RepositoryBody
{
    public string? Name { get; init; }

    public string? Description { get; init; }

    public bool? IsPrivate { get; init; }

    public string? Language { get; init; }

    public string? ForkPolicy { get; init; }

    public string? Website { get; init; }

    public ProjectOfRepository? Project { get; init; }

    public BranchOfRepository? Mainbranch { get; init; }

    public WorkspaceOfRepository? Workspace { get; init; }

    public static RepositoryBody Of(RepositoryChange? change, string? workspace = null) => new()
    {
        Name = change?.Name,
        Description = change?.Description,
        IsPrivate = change?.IsPrivate,
        Language = change?.Language,
        ForkPolicy = change?.ForkPolicy,
        Website = change?.Website,
        Project = change?.Project is { } project ? IsUuid(project) ? new(null, project) : new(project, null) : null,
        Mainbranch = change?.MainBranch is { } branch ? new(branch) : null,
        Workspace = workspace is null ? null : IsUuid(workspace) ? new(null, workspace) : new(workspace, null),
    };

    private static bool IsUuid(string text) => text.StartsWith('{');

    internal sealed record ProjectOfRepository(string? Key, string? Uuid);

    internal sealed record BranchOfRepository(string Name);

    internal sealed record WorkspaceOfRepository(string? Slug, string? Uuid);
}
