namespace BitbucketPS.Sandbox;

/// <summary>The API token that a person has from the start, with every scope.</summary>
/// <param name="AccountUuid">Whose it is.</param>
/// <param name="Token">The token, in clear: the page of the sandbox shows it.</param>
/// <param name="ExpiresOn">From then on it is good for nothing, and the next start makes another one.</param>
internal sealed record PersonalToken(string AccountUuid, string Token, DateTimeOffset ExpiresOn) : ILocalEntity
{
    /// <inheritdoc/>
    public string Id => AccountUuid;

    /// <summary>Gives one to each person who has none.</summary>
    public static void Ensure(Data data, DateTimeOffset now)
    {
        PersonalToken[] missing =
        [
            .. data.All<Account>()
                .Where(account => !account.IsApp && !(data.Find<PersonalToken>(account.Uuid)?.ExpiresOn > now))
                .Select(account => new PersonalToken(account.Uuid, CredentialStore.NewApiToken(), now + TokenIssuer.LongestApiToken)),
        ];
        foreach (PersonalToken token in missing)
        {
            data.Put(token);
        }
    }

    /// <summary>Lets them be used.</summary>
    public static void Register(Data data, CredentialStore store)
    {
        foreach (PersonalToken token in data.All<PersonalToken>())
        {
            if (data.Find<Account>(token.AccountUuid) is { } account)
            {
                store.Set(token.Token, new(new(account, CredentialTypes.ApiToken, GranularScopes.All), token.ExpiresOn));
            }
        }
    }
}
