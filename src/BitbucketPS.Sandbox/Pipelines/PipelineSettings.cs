namespace BitbucketPS.Sandbox;

/// <summary>How Pipelines is set up in a repository, whose UUID owns this.</summary>
internal sealed record PipelineSettings : IEntity
{
    private const string OnlyId = "pipelines";

    /// <inheritdoc/>
    public string Id => OnlyId;

    /// <summary>Whether anything is built. Not before somebody says so.</summary>
    public bool IsEnabled { get; init; }

    /// <summary>The key that steps use towards other hosts; the private half is never told.</summary>
    public string? PrivateKey { get; init; }

    public string? PublicKey { get; init; }

    public static PipelineSettings Of(Data data, HostedRepository repository) => data.Find<PipelineSettings>(OnlyId, repository.Uuid) ?? new();
}
