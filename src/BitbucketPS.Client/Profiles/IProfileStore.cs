namespace BitbucketPS.Profiles;

/// <summary>Keeps profiles. Safe for use from many threads and processes at once: nothing that one wrote is lost by another.</summary>
public interface IProfileStore
{
    /// <summary>Lists all profiles, by name.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="BitbucketException">They cannot be read.</exception>
    Task<IReadOnlyList<ProfileEntry>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Finds a profile.</summary>
    /// <param name="name">Its name, in any case; null for the default one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The profile; null if there is none of the name, or no default.</returns>
    /// <exception cref="BitbucketException">The store cannot be read.</exception>
    Task<SavedProfile?> FindAsync(string? name, CancellationToken cancellationToken);

    /// <summary>Keeps a profile, in place of one of the same name. Once it returns, a process that is killed has lost nothing.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="makeDefault">Makes it the default; the first profile becomes the default in any case.</param>
    /// <param name="cancellationToken">Ends the wait for others; a write that has begun is finished.</param>
    /// <exception cref="BitbucketException">It cannot be kept.</exception>
    Task SaveAsync(SavedProfile profile, bool makeDefault, CancellationToken cancellationToken);

    /// <summary>Changes a profile as it is now, alone; does nothing where it is gone.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="change">Gets the profile as it is kept, and gives what to keep instead; the same object changes nothing.</param>
    /// <param name="cancellationToken">Ends the wait for others; a write that has begun is finished.</param>
    /// <returns>False if there is no such profile.</returns>
    /// <exception cref="BitbucketException">
    /// It cannot be kept, or it may lie in a protected store that cannot be reached now: that is not taken for gone.
    /// </exception>
    Task<bool> UpdateAsync(string name, Func<SavedProfile, SavedProfile> change, CancellationToken cancellationToken);

    /// <summary>Makes a profile the default.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Ends the wait for others.</param>
    /// <returns>False if there is no such profile.</returns>
    Task<bool> SetDefaultAsync(string name, CancellationToken cancellationToken);

    /// <summary>Removes a profile and its credential.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Ends the wait for others.</param>
    /// <returns>False if there is no such profile.</returns>
    Task<bool> RemoveAsync(string name, CancellationToken cancellationToken);

    /// <summary>Waits until no other process refreshes the profile's tokens, and keeps others from it until disposed.</summary>
    /// <param name="name">The profile's name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="BitbucketException">The lock cannot be had.</exception>
    Task<IAsyncDisposable> LockAsync(string name, CancellationToken cancellationToken);
}
