namespace BitbucketPS.Profiles;

/// <summary>A profile as a list shows it: where it lies, and whether it is the default.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="IsDefault">Whether Connect-Bitbucket uses it when told nothing.</param>
/// <param name="Store">Where it lies, for a person, such as <c>Keyring</c> or <c>File</c>.</param>
public sealed record ProfileEntry(SavedProfile Profile, bool IsDefault, string Store);
