using BitbucketPS.Profiles;

namespace BitbucketPS.SignIn.Profiles;

/// <summary>All profiles of one place. Immutable.</summary>
/// <param name="Default">The name of the default one; null where none is.</param>
/// <param name="Profiles">The profiles.</param>
internal sealed record ProfileDocument(string? Default, IReadOnlyList<SavedProfile> Profiles)
{
    /// <summary>No profiles.</summary>
    public static ProfileDocument Empty { get; } = new(null, []);

    /// <summary>Finds a profile; null where there is none.</summary>
    /// <param name="name">Its name, in any case.</param>
    public SavedProfile? Find(string name) => Profiles.FirstOrDefault(profile => ProfileName.Same(profile.Name, name));

    /// <summary>The same with a profile, in place of one of the same name.</summary>
    /// <param name="profile">The profile.</param>
    public ProfileDocument With(SavedProfile profile)
        => this with { Profiles = [.. Profiles.Where(other => !ProfileName.Same(other.Name, profile.Name)), profile] };

    /// <summary>The same without a profile.</summary>
    /// <param name="name">Its name.</param>
    public ProfileDocument Without(string name)
        => Find(name) is null ? this : this with { Profiles = [.. Profiles.Where(other => !ProfileName.Same(other.Name, name))] };

    /// <summary>The same with another default.</summary>
    /// <param name="name">Its name; null for none.</param>
    public ProfileDocument WithDefault(string? name)
        => string.Equals(Default, name, StringComparison.Ordinal) ? this : this with { Default = name };

    /// <summary>Whether another lacks a profile that is here.</summary>
    /// <param name="later">The other.</param>
    public bool LosesTo(ProfileDocument later) => Profiles.Any(profile => later.Find(profile.Name) is null);
}
