using BitbucketPS.Profiles;

namespace BitbucketPS.SignIn.Profiles;

/// <summary>The profiles of all places that can be reached, as one: where two hold the same name, the first place has it. Immutable.</summary>
/// <param name="Documents">What the places hold; the protected one first.</param>
internal sealed record ProfileSet(IReadOnlyList<ProfileDocument> Documents)
{
    /// <summary>The default profile; null where there is none.</summary>
    public SavedProfile? Default => Documents.FirstOrDefault(document => document.Default is not null) is { Default: string name } ? Find(name) : null;

    /// <summary>Finds a profile; null where there is none.</summary>
    /// <param name="name">Its name.</param>
    public SavedProfile? Find(string name) => Documents.Select(document => document.Find(name)).FirstOrDefault(profile => profile is not null);

    /// <summary>Lists the profiles.</summary>
    /// <param name="places">What the places are called.</param>
    public IReadOnlyList<ProfileEntry> List(IReadOnlyList<string> places)
    {
        string? chosen = Default?.Name;
        return
        [
            .. Documents
                .SelectMany((document, index) => document.Profiles.Select(profile => (Profile: profile, Place: places[index])))
                .DistinctBy(found => found.Profile.Name, StringComparer.OrdinalIgnoreCase)
                .OrderBy(found => found.Profile.Name, StringComparer.OrdinalIgnoreCase)
                .Select(found => new ProfileEntry(found.Profile, ProfileName.Same(found.Profile.Name, chosen), found.Place)),
        ];
    }

    /// <summary>The same with a profile in the first place, and nowhere else.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="makeDefault">Makes it the default.</param>
    public ProfileSet Save(SavedProfile profile, bool makeDefault)
    {
        bool isFirst = Documents.All(document => document.Profiles.Count == 0);
        bool isDefault = makeDefault || isFirst || ProfileName.Same(Default?.Name, profile.Name);
        ProfileSet saved = new([Documents[0].With(profile), .. Documents.Skip(1).Select(document => document.Without(profile.Name))]);
        return isDefault ? saved.ChooseDefault(profile.Name) : saved;
    }

    /// <summary>The same with a profile changed where it lies; null where there is none.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="change">The change.</param>
    public ProfileSet? Update(string name, Func<SavedProfile, SavedProfile> change)
    {
        if (Find(name) is not SavedProfile profile)
        {
            return null;
        }

        SavedProfile changed = change(profile);
        if (!ProfileName.Same(changed.Name, profile.Name))
        {
            throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"An update cannot give profile '{profile.Name}' another name.");
        }

        return ReferenceEquals(changed, profile)
            ? this
            : new([.. Documents.Select(document => ReferenceEquals(document.Find(name), profile) ? document.With(changed) : document)]);
    }

    /// <summary>The same with another default; null where there is no such profile.</summary>
    /// <param name="name">Its name.</param>
    public ProfileSet? SetDefault(string name) => Find(name) is null ? null : ChooseDefault(name);

    /// <summary>The same without a profile; null where there is none.</summary>
    /// <param name="name">Its name.</param>
    public ProfileSet? Remove(string name)
    {
        if (Find(name) is null)
        {
            return null;
        }

        ProfileSet rest = new([.. Documents.Select(document => document.Without(name))]);
        return ProfileName.Same(Default?.Name, name) ? rest.ChooseDefault(null) : rest;
    }

    /// <summary>
    /// Which documents have to be written after a change of one profile, in an order that leaves either the old or the new state
    /// to be seen wherever it ends: first where the profile lies now, then from the last place to the first.
    /// </summary>
    /// <param name="after">The state after the change.</param>
    /// <param name="name">The profile's name.</param>
    public IEnumerable<int> WritesTo(ProfileSet after, string name)
        => Enumerable.Range(0, Documents.Count)
            .Where(index => !ReferenceEquals(Documents[index], after.Documents[index]))
            .OrderByDescending(index => after.Documents[index].Find(name) is not null)
            .ThenByDescending(index => index);

    private ProfileSet ChooseDefault(string? name)
    {
        SavedProfile? profile = name is null ? null : Find(name);
        return new([.. Documents.Select(document => document.WithDefault(
            profile is not null && ReferenceEquals(document.Find(profile.Name), profile) ? profile.Name : null))]);
    }
}
