namespace BitbucketPS.Sandbox;

/// <summary>That somebody approved a commit. The commit owns this.</summary>
/// <param name="AccountUuid">Who.</param>
/// <param name="Date">When.</param>
internal sealed record CommitApproval(string AccountUuid, DateTimeOffset Date) : IEntity
{
    /// <inheritdoc/>
    public string Id => AccountUuid;

    /// <summary>What owns everything about a commit.</summary>
    public static string OwnerOf(HostedRepository repository, string hash) => $"{repository.Uuid}/commits/{hash}";
}
