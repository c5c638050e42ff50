namespace BitbucketPS.Cmdlets;

/// <summary>Finds who is meant where people are named for pull requests.</summary>
/// <param name="client">The client.</param>
/// <param name="session">The session, which may know whose it is.</param>
internal sealed class PullRequestPeople(BitbucketClient client, BitbucketSession session)
{
    private readonly WorkspaceAccounts _members = new(client);

    /// <summary>Finds an account.</summary>
    /// <param name="workspace">The workspace whose members are meant.</param>
    /// <param name="user">A UUID, which is taken as it is, an account id, <c>me</c>, or a display name or nickname.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="BitbucketException">Nobody is meant, or more than one.</exception>
    public async Task<Account> FindAsync(string workspace, string user, CancellationToken cancellationToken)
    {
        if (user is "me" or "@me")
        {
            return new() { Uuid = await OwnUuidAsync(cancellationToken).ConfigureAwait(false) };
        }

        if (user.StartsWith('{'))
        {
            return new() { Uuid = user };
        }

        IReadOnlyList<Account> members = await _members.ReadAsync(workspace, cancellationToken).ConfigureAwait(false);
        Account[] meant = [.. members.Where(member => IsNamed(member, user))];
        return meant is [Account only] ? only : throw Unclear(workspace, user, meant);
    }

    /// <summary>The UUIDs of several accounts.</summary>
    /// <param name="workspace">The workspace whose members are meant.</param>
    /// <param name="users">UUIDs, account ids, <c>me</c>, or names.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="BitbucketException">Nobody is meant by one of them, or more than one.</exception>
    public async Task<string[]> FindUuidsAsync(string workspace, IEnumerable<string> users, CancellationToken cancellationToken)
    {
        List<string> uuids = [];
        foreach (string user in users)
        {
            Account account = await FindAsync(workspace, user, cancellationToken).ConfigureAwait(false);
            uuids.Add(account.Uuid ?? throw Unclear(workspace, user, []));
        }

        return [.. uuids.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The UUID of the signed-in account; null where the credential may not read it, as that of a repository may not.</summary>
    public async Task<string?> FindOwnUuidAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await OwnUuidAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (BitbucketApiException e) when (e.Kind is BitbucketErrorKind.Forbidden or BitbucketErrorKind.Unauthorized or BitbucketErrorKind.NotFound)
        {
            return null;
        }
    }

    /// <summary>True if an account can be meant by a text.</summary>
    public static bool IsNamed(Account account, string text)
    {
        string?[] names = [account.Uuid, account.AccountId, account.DisplayName, account.Nickname];
        return names.Contains(text, StringComparer.OrdinalIgnoreCase);
    }

    private static BitbucketException Unclear(string workspace, string user, Account[] meant)
        => new(
            BitbucketErrorKind.InvalidArgument,
            meant.Length == 0
                ? $"No member of the workspace {workspace} is named '{user}'."
                : $"'{user}' can be any of {meant.Length} members of the workspace {workspace}: {string.Join(", ", meant.Select(account => $"{account} {account.Uuid}"))}.")
        {
            RecommendedAction = "Give the UUID or the Atlassian account id, or me for the signed-in account.",
        };

    private async Task<string?> OwnUuidAsync(CancellationToken cancellationToken)
        => session.AccountUuid ?? (await client.Users.GetCurrentAsync(cancellationToken).ConfigureAwait(false)).Uuid;
}
