namespace BitbucketPS.Sandbox;

/// <summary>A repository as one view of the sandbox shows it, with what it belongs to and its git.</summary>
internal sealed record HostedRepository(World World, RepositoryRecord Record, Workspace Workspace, Project Project, GitRepository Git)
{
    /// <summary>In braces, as the API writes it.</summary>
    public string Uuid => Record.Uuid;

    public string Slug => Record.Slug;

    public string Name => Record.Name;

    public string Description => Record.Description;

    public string Language => Record.Language;

    public bool IsPrivate => Record.IsPrivate;

    public DateTimeOffset CreatedOn => Record.CreatedOn;

    public DateTimeOffset UpdatedOn => Record.UpdatedOn;

    public string FullName => $"{Workspace.Slug}/{Slug}";
}
