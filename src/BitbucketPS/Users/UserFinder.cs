namespace BitbucketPS.Cmdlets;

/// <summary>
/// Finds the account that a person means: by UUID, as <c>me</c>, or by the account id of a member of the workspace, or a display name
/// or nickname that only one member has. The service takes no names, and a user name is nothing that it answers to.
/// </summary>
/// <param name="client">The client.</param>
/// <param name="session">The session, which may know whose it is.</param>
internal sealed class UserFinder(BitbucketClient client, BitbucketSession session)
{
    private const int MostCandidates = 5;

    private readonly WorkspaceAccounts _members = new(client);

    /// <summary>True if an account can be meant by a text.</summary>
    public static bool IsNamed(Account account, string text)
        => UserAddress.TryUuid(text, out string? uuid)
            ? Is(account.Uuid, uuid)
            : Is(account.AccountId, text) || Is(account.DisplayName, text) || Is(account.Nickname, text);

    /// <summary>Finds an account, of which no more than a UUID may be known: one that is given is taken as it is, without a request.</summary>
    /// <param name="workspace">The workspace whose members a name is looked up among.</param>
    /// <param name="user">What the person said.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    /// <exception cref="BitbucketException">Nobody is meant, or more than one.</exception>
    public async Task<Account> FindAsync(string workspace, string user, CancellationToken cancellationToken)
    {
        if (UserAddress.TryUuid(user, out string? uuid))
        {
            return new() { Uuid = uuid };
        }

        if (UserAddress.IsMe(user))
        {
            return new() { Uuid = await OwnUuidAsync(cancellationToken).ConfigureAwait(false) };
        }

        return Choose(await _members.ReadAsync(workspace, cancellationToken).ConfigureAwait(false), workspace, user);
    }

    /// <summary>The UUIDs of several accounts, each once.</summary>
    /// <param name="workspace">The workspace whose members names are looked up among.</param>
    /// <param name="users">What the person said.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    /// <exception cref="BitbucketException">Nobody is meant by one of them, or more than one.</exception>
    public async Task<string[]> FindUuidsAsync(string workspace, IEnumerable<string> users, CancellationToken cancellationToken)
    {
        List<string> uuids = [];
        foreach (string user in users)
        {
            Account account = await FindAsync(workspace, user, cancellationToken).ConfigureAwait(false);
            uuids.Add(account.Uuid ?? throw NotFound([], workspace, user));
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

    private static Account Choose(IReadOnlyList<Account> members, string workspace, string user)
    {
        Account[] meant = [.. members.Where(member => IsNamed(member, user))];
        return meant switch
        {
            [Account only] => only,
            [] => throw NotFound(members, workspace, user),
            _ => throw new BitbucketException(
                BitbucketErrorKind.InvalidArgument,
                $"'{user}' is the name of {meant.Length} members of the workspace '{workspace}': {Names(meant)}.")
            {
                RecommendedAction = "Give the UUID of the one that is meant.",
            },
        };
    }

    private static BitbucketException NotFound(IReadOnlyList<Account> members, string workspace, string user)
    {
        Account[] similar = [.. members.Where(member => Contains(member.DisplayName, user) || Contains(member.Nickname, user))];
        string hint = similar.Length == 0 ? "" : $" Similar: {Names(similar)}.";
        return new(BitbucketErrorKind.InvalidArgument, $"Nobody in the workspace '{workspace}' has the name '{user}'.{hint}")
        {
            RecommendedAction = $"Give the display name or the nickname of a member, as 'Get-BitbucketWorkspaceMember {workspace}' shows them, a UUID, an account id, or me.",
        };
    }

    private static string Names(IEnumerable<Account> accounts)
        => string.Join(", ", accounts.Take(MostCandidates).Select(account => $"{account} ({account.Nickname ?? "no nickname"}, {UserAddress.Of(account)})"));

    private static bool Is(string? name, string user) => string.Equals(name, user, StringComparison.OrdinalIgnoreCase);

    private static bool Contains(string? name, string user) => name?.Contains(user, StringComparison.OrdinalIgnoreCase) == true;

    private async Task<string?> OwnUuidAsync(CancellationToken cancellationToken)
        => session.AccountUuid ?? (await client.Users.GetCurrentAsync(cancellationToken).ConfigureAwait(false)).Uuid;
}
