using BitbucketPS.Http;
using BitbucketPS.Json;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>Workspaces.</summary>
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
        => _runner.ListAsync(
            WorkspaceOperations.ListUserWorkspaces,
            [],
            new QueryString(),
            BitbucketJson.Default.PageWorkspaceAccess,
            options: null,
            cancellationToken);
}
