namespace BitbucketPS.Sandbox;

/// <summary>Who can act: a person, or an application in its own name.</summary>
/// <param name="Username">What API 1.0 called the person, and <c>/2.0/user</c> still does.</param>
/// <param name="DisplayName">What people read; also the author name of their commits.</param>
/// <param name="Email">The address of their commits; the user name of an API token.</param>
/// <param name="CreatedOn">When the account was opened.</param>
internal sealed record Account(string Username, string DisplayName, string Email, DateTimeOffset CreatedOn) : IEntity
{
    /// <summary>In braces, as the API writes it.</summary>
    public string Uuid { get; } = StableId.Uuid("user", Username);

    /// <inheritdoc/>
    public string Id => Uuid;

    /// <summary>Whether the account is in use: others cannot become reviewers.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>Whether it is an application's: no person signs in with it, and it has no name to mention.</summary>
    public bool IsApp { get; init; }

    /// <summary>As the API writes it.</summary>
    public string Type => IsApp ? "app_user" : "user";

    /// <summary>Atlassian's id of the account; in the shape of the recorded answers.</summary>
    public string AccountId { get; } = "557058:" + StableId.Uuid("account", Username).Trim('{', '}');

    /// <summary>Which sort of app user it is, such as <c>repository_access_token</c>; null where nothing says.</summary>
    public string? Kind { get; init; }
}
