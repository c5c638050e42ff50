namespace BitbucketPS.Sandbox;

/// <summary>One of the two things git asks a server for.</summary>
/// <param name="Command">The git command that answers it.</param>
/// <param name="Scopes">What a token needs.</param>
/// <param name="Writes">Whether it changes the repository.</param>
/// <param name="Patience">How long it may still run when nobody waits for its answer any more.</param>
internal sealed record GitService(string Command, RequiredScopes Scopes, bool Writes, TimeSpan Patience)
{
    /// <summary>What clone, fetch and ls-remote use.</summary>
    public static GitService UploadPack { get; } = new("upload-pack", RequiredScopes.ReadRepository, Writes: false, TimeSpan.Zero);

    /// <summary>What push uses. A push that was cut off gets a moment to take its own locks away.</summary>
    public static GitService ReceivePack { get; } =
        new("receive-pack", RequiredScopes.WriteRepository, Writes: true, TimeSpan.FromSeconds(1));

    /// <summary>Its name in addresses and media types.</summary>
    public string Name => "git-" + Command;

    /// <summary>The service of a name, or null.</summary>
    public static GitService? Find(string? name)
        => new[] { UploadPack, ReceivePack }.FirstOrDefault(service => string.Equals(service.Name, name, StringComparison.Ordinal));
}
