namespace BitbucketPS.Sandbox;

/// <summary>A repository with what Bitbucket knows about it beside git.</summary>
internal sealed class HostedRepository
{
    // Ticks, since requests in parallel could read half of a DateTimeOffset.
    private long _updatedOn;

    public required Workspace Workspace { get; init; }

    public required Project Project { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    /// <summary>The main programming language, in lower case as Bitbucket has it.</summary>
    public required string Language { get; init; }

    public required bool IsPrivate { get; init; }

    public required DateTimeOffset CreatedOn { get; init; }

    /// <summary>When it was last written to, through the API or by a push.</summary>
    public required DateTimeOffset UpdatedOn
    {
        get => new(Interlocked.Read(ref _updatedOn), TimeSpan.Zero);
        set => Interlocked.Exchange(ref _updatedOn, value.UtcTicks);
    }

    public required GitRepository Git { get; init; }

    public string FullName => $"{Workspace.Slug}/{Slug}";

    /// <summary>In braces, as the API writes it.</summary>
    public string Uuid => StableId.Uuid("repository", FullName);

    public bool IsVisibleTo(Account account) => !IsPrivate || Workspace.HasMember(account);
}
