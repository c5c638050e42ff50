using BitbucketPS.Http;
using BitbucketPS.Json;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>Which settings repositories inherit from their projects.</summary>
public sealed class SettingInheritancesClient
{
    private readonly OperationRunner _runner;

    internal SettingInheritancesClient(OperationRunner runner)
    {
        _runner = runner;
    }

    /// <summary>Gets which settings a repository inherits.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="BitbucketException">There is no such repository, or the account does not administer it.</exception>
    public async Task<SettingInheritance> GetAsync(RepositoryId repository, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        return (await ReadAsync(repository, cancellationToken).ConfigureAwait(false)).In(repository);
    }

    /// <summary>Sets which settings a repository inherits. What is null stays as it is: it is read first, since all of it is written.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="inheritsMergeStrategy">True to take the merge strategies of the project, false for its own.</param>
    /// <param name="inheritsBranchingModel">True to take the branching model of the project, false for its own.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    /// <returns>The settings as they are now.</returns>
    /// <exception cref="BitbucketException">There is no such repository, or the account does not administer it.</exception>
    public async Task<SettingInheritance> UpdateAsync(
        RepositoryId repository,
        bool? inheritsMergeStrategy = null,
        bool? inheritsBranchingModel = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        SettingInheritanceAnswer old = await ReadAsync(repository, cancellationToken).ConfigureAwait(false);
        SettingInheritanceAnswer changed = old.With(inheritsMergeStrategy, inheritsBranchingModel);
        OperationCall call = new(RepositoryOperations.UpdateSettingInheritance, repository.Workspace, repository.Slug)
        {
            Content = JsonBody.Write(changed, BitbucketJson.Default.SettingInheritanceAnswer),
        };
        await _runner.CallAsync(call, cancellationToken).ConfigureAwait(false);
        return changed.In(repository);
    }

    private Task<SettingInheritanceAnswer> ReadAsync(RepositoryId repository, CancellationToken cancellationToken)
        => _runner.GetAsync(
            RepositoryOperations.GetSettingInheritance,
            [repository.Workspace, repository.Slug],
            BitbucketJson.Default.SettingInheritanceAnswer,
            cancellationToken);
}
