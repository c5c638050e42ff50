using BitbucketPS.Profiles;

namespace BitbucketPS;

/// <summary>A saved profile, as a person sees it: who and where, and no secret.</summary>
public sealed record BitbucketProfile
{
    internal BitbucketProfile(ProfileEntry entry, string? vault)
    {
        SavedProfile profile = entry.Profile;
        Name = profile.Name;
        IsDefault = entry.IsDefault;
        Account = profile.Account;
        CredentialKind = profile.CredentialKind;
        BaseUri = profile.BaseUri;
        SiteUri = profile.SiteUri;
        Workspace = profile.Workspace;
        Repository = profile.Repository;
        SavedOn = profile.SavedOn;
        Store = entry.Store;
        Vault = vault;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Whether Connect-Bitbucket uses it when told nothing.</summary>
    public bool IsDefault { get; }

    /// <summary>The name of the account; null where it is not known.</summary>
    public string? Account { get; }

    /// <summary>The kind of credential, such as <c>OAuth2</c> or <c>ApiToken</c>.</summary>
    public string CredentialKind { get; }

    /// <summary>The server of the API.</summary>
    public Uri BaseUri { get; }

    /// <summary>The server of the site.</summary>
    public Uri SiteUri { get; }

    /// <summary>The workspace that a session of it has.</summary>
    public string? Workspace { get; }

    /// <summary>The repository that a session of it has, as workspace/slug.</summary>
    public string? Repository { get; }

    /// <summary>When it was saved.</summary>
    public DateTimeOffset SavedOn { get; }

    /// <summary>Where it lies: the platform's protected store, a plain file, or a vault.</summary>
    public string Store { get; }

    /// <summary>The SecretManagement vault that it lies in; null where it lies in the store of the platform.</summary>
    public string? Vault { get; }

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
