using System.Runtime.CompilerServices;
using BitbucketPS.Http;
using BitbucketPS.Json;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>Workspaces and their members.</summary>
public sealed class WorkspacesClient
{
    private readonly OperationRunner _runner;

    internal WorkspacesClient(OperationRunner runner)
    {
        _runner = runner;
    }

    /// <summary>Lists the workspaces that the signed-in account belongs to.</summary>
    /// <param name="cancellationToken">Ends the list.</param>
    /// <returns>The workspaces as their pages come.</returns>
    /// <exception cref="BitbucketException">The list cannot be read.</exception>
    public IAsyncEnumerable<WorkspaceAccess> ListMineAsync(CancellationToken cancellationToken = default)
        => ListAccessAsync(query: null, cancellationToken);

    /// <summary>Lists the workspaces that the signed-in account belongs to, each with the word on whether it administers it.</summary>
    /// <param name="query">Which ones; null for all.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    /// <returns>The workspaces as their pages come; of each the service says little more than its slug.</returns>
    /// <exception cref="BitbucketException">The list cannot be read.</exception>
    public async IAsyncEnumerable<Workspace> ListAsync(
        WorkspaceQuery? query = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (WorkspaceAccess access in ListAccessAsync(query, cancellationToken).ConfigureAwait(false))
        {
            if (access.Workspace is { } workspace)
            {
                yield return workspace with { IsAdministrator = access.Administrator };
            }
        }
    }

    /// <summary>Gets one workspace.</summary>
    /// <param name="workspace">Its slug or UUID.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The workspace.</returns>
    /// <exception cref="BitbucketException">There is no such workspace, or it cannot be read.</exception>
    public Task<Workspace> GetAsync(string workspace, CancellationToken cancellationToken = default)
        => _runner.GetAsync(WorkspaceOperations.GetWorkspace, [workspace], BitbucketJson.Default.Workspace, cancellationToken);

    /// <summary>Lists the members of a workspace.</summary>
    /// <param name="workspace">The workspace's slug or UUID.</param>
    /// <param name="options">How many; null for all.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    /// <returns>The members as their pages come.</returns>
    /// <exception cref="BitbucketException">The list cannot be read.</exception>
    public async IAsyncEnumerable<WorkspaceMember> ListMembersAsync(
        string workspace,
        ListOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        IAsyncEnumerable<WorkspaceMember> members = _runner.ListAsync(
            WorkspaceOperations.ListWorkspaceMembers,
            [workspace],
            new QueryString(),
            BitbucketJson.Default.PageWorkspaceMember,
            options,
            cancellationToken);
        await foreach (WorkspaceMember member in members.ConfigureAwait(false))
        {
            yield return member with { Workspace = workspace };
        }
    }

    /// <summary>Gets one member of a workspace.</summary>
    /// <param name="workspace">The workspace's slug or UUID.</param>
    /// <param name="member">The member's UUID or account id.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The member.</returns>
    /// <exception cref="BitbucketException">Nobody like that is a member, or it cannot be read.</exception>
    public async Task<WorkspaceMember> GetMemberAsync(string workspace, string member, CancellationToken cancellationToken = default)
    {
        WorkspaceMember found = await _runner.GetAsync(
            WorkspaceOperations.GetWorkspaceMember,
            [workspace, member],
            BitbucketJson.Default.WorkspaceMember,
            cancellationToken).ConfigureAwait(false);
        return found with { Workspace = workspace };
    }

    private IAsyncEnumerable<WorkspaceAccess> ListAccessAsync(WorkspaceQuery? query, CancellationToken cancellationToken)
        => _runner.ListAsync(
            WorkspaceOperations.ListUserWorkspaces,
            [],
            new QueryString()
                .Add("sort", query?.Sort)
                .Add("administrator", query?.IsAdministrator switch { null => null, true => "true", false => "false" }),
            BitbucketJson.Default.PageWorkspaceAccess,
            query,
            cancellationToken);
}
