namespace BitbucketPS.Profiles;

/// <summary>A sign-in that was kept under a name. Never handed to a pipeline, since it holds the credential; its text shows no secret.</summary>
public sealed class SavedProfile
{
    /// <summary>Its name; two names that differ in case alone are the same.</summary>
    public required string Name { get; init; }

    /// <summary>The server of the API.</summary>
    public required Uri BaseUri { get; init; }

    /// <summary>The server of the site, where people sign in and git clones from.</summary>
    public required Uri SiteUri { get; init; }

    /// <summary>The workspace of repositories that are named by their slug alone.</summary>
    public string? Workspace { get; init; }

    /// <summary>The repository of cmdlets that are given none, as workspace/slug.</summary>
    public string? Repository { get; init; }

    /// <summary>The name of the account, where it is known.</summary>
    public string? Account { get; init; }

    /// <summary>The kind of credential, as the session that was saved said it.</summary>
    public required string CredentialKind { get; init; }

    /// <summary>When it was saved; a refresh of its tokens does not change it.</summary>
    public DateTimeOffset SavedOn { get; init; }

    /// <summary>The credential.</summary>
    public required SavedCredential Credential { get; init; }

    /// <summary>Its name.</summary>
    public override string ToString() => Name;

    /// <summary>The same profile with another credential, such as refreshed tokens.</summary>
    /// <param name="credential">The credential.</param>
    public SavedProfile With(SavedCredential credential) => new()
    {
        Name = Name,
        BaseUri = BaseUri,
        SiteUri = SiteUri,
        Workspace = Workspace,
        Repository = Repository,
        Account = Account,
        CredentialKind = CredentialKind,
        SavedOn = SavedOn,
        Credential = credential,
    };
}
