using System.Text.Json;

namespace BitbucketPS.Profiles;

/// <summary>The profiles of one vault, each a secret of its own, and one secret more that names the default. Keeps nobody out: that is the store's.</summary>
internal sealed class VaultProfiles(SecretVault vault, Action<string> warn)
{
    /// <inheritdoc cref="IProfileStore.ListAsync"/>
    public IReadOnlyList<ProfileEntry> List()
    {
        string? standard = vault.Read(VaultSecretName.Default);
        return
        [
            .. vault.Find(VaultSecretName.All)
                .Where(VaultSecretName.IsProfile)
                .Select(ReadOrWarn)
                .OfType<SavedProfile>()
                .OrderBy(profile => profile.Name, StringComparer.OrdinalIgnoreCase)
                .Select(profile => new ProfileEntry(profile, Same(profile.Name, standard), vault.Name)),
        ];
    }

    /// <inheritdoc cref="IProfileStore.FindAsync"/>
    public SavedProfile? Find(string? name)
        => (name ?? vault.Read(VaultSecretName.Default)) is { } wanted ? Read(VaultSecretName.Of(wanted)) : null;

    /// <inheritdoc cref="IProfileStore.SaveAsync"/>
    public void Save(SavedProfile profile, bool makeDefault)
    {
        Write(profile);

        // A default whose profile somebody removed by hand is none.
        if (makeDefault || vault.Read(VaultSecretName.Default) is not { } standard || !vault.Has(VaultSecretName.Of(standard)))
        {
            vault.Write(VaultSecretName.Default, profile.Name);
        }
    }

    /// <inheritdoc cref="IProfileStore.UpdateAsync"/>
    public bool Update(string name, Func<SavedProfile, SavedProfile> change)
    {
        if (Find(name) is not { } profile)
        {
            return false;
        }

        SavedProfile changed = change(profile);
        if (!ReferenceEquals(changed, profile))
        {
            Write(changed);
        }

        return true;
    }

    /// <inheritdoc cref="IProfileStore.SetDefaultAsync"/>
    public bool SetDefault(string name)
    {
        if (Find(name) is not { } profile)
        {
            return false;
        }

        vault.Write(VaultSecretName.Default, profile.Name);
        return true;
    }

    /// <inheritdoc cref="IProfileStore.RemoveAsync"/>
    public bool Remove(string name)
    {
        string secret = VaultSecretName.Of(name);
        if (!vault.Has(secret))
        {
            return false;
        }

        // The credential first: if the rest fails, what is left names a profile that is gone, and does no harm.
        vault.Remove(secret);
        if (Same(name, vault.Read(VaultSecretName.Default)))
        {
            vault.Remove(VaultSecretName.Default);
        }

        return true;
    }

    private static bool Same(string name, string? other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);

    private void Write(SavedProfile profile)
        => vault.Write(VaultSecretName.Of(profile.Name), JsonSerializer.Serialize(profile, ProfileJson.Default.SavedProfile));

    private SavedProfile? Read(string secret)
        => vault.Read(secret) is { } text ? Parse(secret, text) ?? throw VaultErrors.NoProfile(vault.Name, secret) : null;

    // One secret that somebody else put there must not hide the others.
    private SavedProfile? ReadOrWarn(string secret)
    {
        if (vault.Read(secret) is not { } text)
        {
            return null;
        }

        SavedProfile? profile = Parse(secret, text);
        if (profile is null)
        {
            warn(VaultErrors.NoProfile(vault.Name, secret).Message);
        }

        return profile;
    }

    // A profile under another's name would have its renewals written to that one.
    private static SavedProfile? Parse(string secret, string text)
    {
        try
        {
            SavedProfile? profile = JsonSerializer.Deserialize(text, ProfileJson.Default.SavedProfile);
            return profile is not null && Same(VaultSecretName.Of(profile.Name), secret) ? profile : null;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            // What the parser says quotes what it read.
            return null;
        }
    }
}
