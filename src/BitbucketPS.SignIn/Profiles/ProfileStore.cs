using BitbucketPS.Profiles;

namespace BitbucketPS.SignIn.Profiles;

/// <summary>Keeps profiles in the platform's protected storage where it can be reached, else in a plain file.</summary>
/// <param name="options">How.</param>
/// <param name="folder">The folder of its files.</param>
/// <param name="protectedPlace">The protected storage.</param>
/// <param name="file">The plain file.</param>
internal sealed class ProfileStore(ProfileStoreOptions options, StoreFolder folder, ProfilePlace protectedPlace, ProfilePlace file) : IProfileStore
{
    // A refresh holds it over a request and its retries.
    private static readonly TimeSpan s_refreshPatience = TimeSpan.FromMinutes(2);

    private readonly StoreWarnings _warnings = new(options.Warn);

    private ProfilePlace? AllowedFile => options.RequiresProtection ? null : file;

    public async Task<IReadOnlyList<ProfileEntry>> ListAsync(CancellationToken cancellationToken)
    {
        (ProfileSet set, List<string> names) = await ReadAsync(cancellationToken).ConfigureAwait(false);
        return set.List(names);
    }

    public async Task<SavedProfile?> FindAsync(string? name, CancellationToken cancellationToken)
    {
        if (name is not null)
        {
            ProfileName.Require(name);
        }

        (ProfileSet set, _) = await ReadAsync(cancellationToken).ConfigureAwait(false);
        return name is null ? set.Default : set.Find(name);
    }

    public async Task SaveAsync(SavedProfile profile, bool makeDefault, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ProfileName.Require(profile.Name);
        OpenPlaces places = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (places.ConfigureAwait(false))
        {
            foreach (string damage in places.Damages)
            {
                options.Warn(damage);
            }

            ProfileSet set = places.Set;
            await places.WriteAsync(set, set.Save(profile, makeDefault), profile.Name, cancellationToken).ConfigureAwait(false);
            if (places.Obstacle is StoreUnreachableException obstacle)
            {
                _warnings.SavedInFile(places.First.Description, obstacle.Message);
            }
        }
    }

    public Task<bool> UpdateAsync(string name, Func<SavedProfile, SavedProfile> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        return ChangeAsync(name, set => set.Update(name, change), cancellationToken);
    }

    public Task<bool> SetDefaultAsync(string name, CancellationToken cancellationToken)
        => ChangeAsync(name, set => set.SetDefault(name), cancellationToken);

    public Task<bool> RemoveAsync(string name, CancellationToken cancellationToken)
        => ChangeAsync(name, set => set.Remove(name), cancellationToken);

    public async Task<IAsyncDisposable> LockAsync(string name, CancellationToken cancellationToken)
    {
        ProfileName.Require(name);
        folder.Make();
        return await StoreLock.AcquireAsync(
            folder.File(ProfileName.LockFile(name)), s_refreshPatience, options.TimeProvider, cancellationToken).ConfigureAwait(false);
    }

    // The file first: who moves a profile writes it to the protected storage before it leaves the file.
    private async Task<(ProfileSet Set, List<string> Names)> ReadAsync(CancellationToken cancellationToken)
    {
        List<ProfileDocument> documents = [];
        List<string> names = [];
        if (options.RequiresProtection)
        {
            _warnings.FileLeftAlone(file);
        }
        else
        {
            documents.Add(await StoreFailure.UnlessReachedAsync(file.ReadAsync(cancellationToken)).ConfigureAwait(false));
            names.Add(file.Name);
        }

        try
        {
            documents.Insert(0, await protectedPlace.ReadAsync(cancellationToken).ConfigureAwait(false));
            names.Insert(0, protectedPlace.Name);
        }
        catch (StoreUnreachableException e) when (!options.RequiresProtection)
        {
            _warnings.ProtectedMissing(protectedPlace, e.Message);
        }
        catch (StoreUnreachableException e)
        {
            throw StoreFailure.ProtectionRequired(e.Message, e);
        }

        return (new(documents), names);
    }

    private async Task<bool> ChangeAsync(string name, Func<ProfileSet, ProfileSet?> change, CancellationToken cancellationToken)
    {
        ProfileName.Require(name);
        if (!folder.Exists && await FindAsync(name, cancellationToken).ConfigureAwait(false) is null)
        {
            return false;
        }

        OpenPlaces places = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (places.ConfigureAwait(false))
        {
            if (places.Damages.FirstOrDefault() is string damage)
            {
                throw StoreFailure.Damaged(damage);
            }

            ProfileSet set = places.Set;
            if (change(set) is not ProfileSet after)
            {
                RefuseToGuess(name, places.Obstacle);
                return false;
            }

            await places.WriteAsync(set, after, name, cancellationToken).ConfigureAwait(false);
            return true;
        }
    }

    private Task<OpenPlaces> OpenAsync(CancellationToken cancellationToken)
    {
        folder.Make();
        return OpenPlaces.OpenAsync(protectedPlace, AllowedFile, cancellationToken);
    }

    // "There is none" would lose a refreshed token of a profile that lies where nobody can look now.
    private void RefuseToGuess(string name, StoreUnreachableException? obstacle)
    {
        if (obstacle is not null && protectedPlace.WasUsed)
        {
            throw StoreFailure.Failed(
                $"Profile '{name}' is not in the plain file, and the {protectedPlace.Name.ToLowerInvariant()} that may hold it cannot be reached: {obstacle.Message}.",
                obstacle);
        }
    }
}
