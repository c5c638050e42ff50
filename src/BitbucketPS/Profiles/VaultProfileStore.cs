namespace BitbucketPS.Profiles;

/// <summary>Keeps profiles in a vault of SecretManagement.</summary>
internal sealed class VaultProfileStore : IProfileStore
{
    // Longer than a renewal takes whose server is slow.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(120);

    private readonly string _vault;
    private readonly string _modulePath;
    private readonly IVaultRunner _runner;
    private readonly Action<string> _warn;

    private VaultProfileStore(string vault, string modulePath, IVaultRunner runner, Action<string> warn)
    {
        _vault = vault;
        _modulePath = modulePath;
        _runner = runner;
        _warn = warn;
    }

    /// <summary>The vault, as it was registered.</summary>
    public string Vault => _vault;

    /// <summary>Opens a vault for a cmdlet. Called on the engine's thread; what it gives runs there, too.</summary>
    /// <param name="caller">The cmdlet.</param>
    /// <param name="warn">Shows a warning.</param>
    /// <exception cref="BitbucketException">The module is not loaded, or has no such vault.</exception>
    public static VaultProfileStore Open(VaultCaller caller, Action<string> warn)
    {
        SecretModule module = SecretModule.Find(CurrentRunspace.CreateShell, caller.Errors) ?? throw VaultErrors.NotLoaded();
        IReadOnlyList<string> registered = module.VaultNames();
        string vault = registered.FirstOrDefault(name => string.Equals(name, caller.Vault, StringComparison.OrdinalIgnoreCase))
            ?? throw VaultErrors.NotRegistered(caller.Vault, registered);
        return new(vault, module.Path, new CallerVaultRunner(caller, module), warn);
    }

    /// <summary>The same vault, for use on any thread, long after the cmdlet.</summary>
    public VaultProfileStore Detach() => new(_vault, _modulePath, new OwnVaultRunner(_vault, _modulePath), static _ => { });

    /// <inheritdoc />
    public Task<IReadOnlyList<ProfileEntry>> ListAsync(CancellationToken cancellationToken)
        => RunAsync(profiles => profiles.List(), cancellationToken);

    /// <inheritdoc />
    public Task<SavedProfile?> FindAsync(string? name, CancellationToken cancellationToken)
        => RunAsync(profiles => profiles.Find(name), cancellationToken);

    /// <inheritdoc />
    public Task SaveAsync(SavedProfile profile, bool makeDefault, CancellationToken cancellationToken)
        => ChangeAsync(
            profiles =>
            {
                profiles.Save(profile, makeDefault);
                return true;
            },
            cancellationToken);

    /// <inheritdoc />
    public Task<bool> UpdateAsync(string name, Func<SavedProfile, SavedProfile> change, CancellationToken cancellationToken)
        => ChangeAsync(profiles => profiles.Update(name, change), cancellationToken);

    /// <inheritdoc />
    public Task<bool> SetDefaultAsync(string name, CancellationToken cancellationToken)
        => ChangeAsync(profiles => profiles.SetDefault(name), cancellationToken);

    /// <inheritdoc />
    public Task<bool> RemoveAsync(string name, CancellationToken cancellationToken)
        => ChangeAsync(profiles => profiles.Remove(name), cancellationToken);

    /// <inheritdoc />
    public Task<IAsyncDisposable> LockAsync(string name, CancellationToken cancellationToken)
        => LockAsync(["profile", _vault.ToUpperInvariant(), name.ToUpperInvariant()], cancellationToken);

    // A lock of its own: a renewal changes its profile while it holds the one of the profile.
    private async Task<bool> ChangeAsync(Func<VaultProfiles, bool> change, CancellationToken cancellationToken)
    {
        IAsyncDisposable hold = await LockAsync(["vault", _vault.ToUpperInvariant()], cancellationToken).ConfigureAwait(false);
        await using (hold.ConfigureAwait(false))
        {
            return await RunAsync(change, cancellationToken).ConfigureAwait(false);
        }
    }

    private Task<T> RunAsync<T>(Func<VaultProfiles, T> work, CancellationToken cancellationToken)
        => _runner.RunAsync(module => work(new(new(module, _vault), _warn)), cancellationToken);

    private async Task<IAsyncDisposable> LockAsync(string[] key, CancellationToken cancellationToken)
    {
        try
        {
            return await VaultLock.TakeAsync(key, s_patience, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or TimeoutException)
        {
            throw VaultErrors.NotLocked(_vault, e);
        }
    }
}
