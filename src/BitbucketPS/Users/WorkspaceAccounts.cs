using System.Collections.Concurrent;

namespace BitbucketPS.Cmdlets;

/// <summary>The accounts that are members of workspaces: read once, however many inputs name somebody.</summary>
internal sealed class WorkspaceAccounts(BitbucketClient client)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<Account>>>> _members = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The members of a workspace, without those whose account is gone.</summary>
    /// <exception cref="BitbucketException">They cannot be read.</exception>
    public Task<IReadOnlyList<Account>> ReadAsync(string workspace, CancellationToken cancellationToken)
        => _members.GetOrAdd(workspace, slug => new(() => AskAsync(slug, cancellationToken))).Value;

    private async Task<IReadOnlyList<Account>> AskAsync(string workspace, CancellationToken cancellationToken)
    {
        List<Account> accounts = [];
        await foreach (WorkspaceMember member in client.Workspaces.ListMembersAsync(workspace, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (member.User is { } account)
            {
                accounts.Add(account);
            }
        }

        return accounts;
    }
}
