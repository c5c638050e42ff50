namespace BitbucketPS.Cmdlets;

/// <summary>
/// Finds the account that a person means: by UUID or account id, as <c>me</c>, or by a display name or nickname that only one
/// member of the workspace has. The service takes no names, and a user name is nothing that it answers to.
/// </summary>
internal sealed class UserFinder(BitbucketClient client)
{
    private const int MostCandidates = 5;

    private readonly WorkspaceAccounts _members = new(client);

    /// <summary>Finds an account. A UUID is taken as it is, without a request.</summary>
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
            return AccountOf(await client.Users.GetCurrentAsync(cancellationToken).ConfigureAwait(false));
        }

        if (UserAddress.IsAccountId(user))
        {
            return AccountOf(await client.Users.GetAsync(user, cancellationToken).ConfigureAwait(false));
        }

        return Choose(await _members.ReadAsync(workspace, cancellationToken).ConfigureAwait(false), workspace, user);
    }

    private static Account Choose(IReadOnlyList<Account> members, string workspace, string user)
    {
        Account[] meant = [.. members.Where(member => Is(member.DisplayName, user) || Is(member.Nickname, user))];
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

    private static Account AccountOf(User user)
        => new() { DisplayName = user.DisplayName, Nickname = user.Nickname, Uuid = user.Uuid, AccountId = user.AccountId };
}
