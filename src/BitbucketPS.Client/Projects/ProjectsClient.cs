using System.Runtime.CompilerServices;
using BitbucketPS.Http;
using BitbucketPS.Json;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>Projects of a workspace.</summary>
public sealed class ProjectsClient
{
    private readonly OperationRunner _runner;

    internal ProjectsClient(OperationRunner runner)
    {
        _runner = runner;
    }

    /// <summary>Lists the projects of a workspace.</summary>
    /// <param name="workspace">The workspace's slug or UUID.</param>
    /// <param name="options">How many; null for all.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    /// <returns>The projects as their pages come.</returns>
    /// <exception cref="BitbucketException">The list cannot be read.</exception>
    public async IAsyncEnumerable<Project> ListAsync(
        string workspace,
        ListOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        IAsyncEnumerable<Project> projects = _runner.ListAsync(
            ProjectOperations.ListProjects,
            [workspace],
            new QueryString(),
            BitbucketJson.Default.PageProject,
            options,
            cancellationToken);
        await foreach (Project project in projects.ConfigureAwait(false))
        {
            yield return project with { Workspace = workspace };
        }
    }

    /// <summary>Gets one project.</summary>
    /// <param name="workspace">The workspace's slug or UUID.</param>
    /// <param name="key">The project's key.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The project.</returns>
    /// <exception cref="BitbucketException">There is no such project, or it cannot be read.</exception>
    public async Task<Project> GetAsync(string workspace, string key, CancellationToken cancellationToken = default)
    {
        Project project = await _runner.GetAsync(
            ProjectOperations.GetProject,
            [workspace, key],
            BitbucketJson.Default.Project,
            cancellationToken).ConfigureAwait(false);
        return project with { Workspace = workspace };
    }

    /// <summary>Makes a project.</summary>
    /// <param name="workspace">The workspace's slug or UUID.</param>
    /// <param name="project">What it is to be; its key and its name are needed.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The new project.</returns>
    /// <exception cref="BitbucketException">There is one with that key, or the server refuses.</exception>
    public Task<Project> CreateAsync(string workspace, ProjectChange project, CancellationToken cancellationToken = default)
        => SendAsync(workspace, ProjectOperations.CreateProject, [workspace], project, cancellationToken);

    /// <summary>Changes a project. The service would make one that is not there, so it is looked for first.</summary>
    /// <param name="workspace">The workspace's slug or UUID.</param>
    /// <param name="key">The project's key.</param>
    /// <param name="change">What is to change.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    /// <returns>The project as it is then.</returns>
    /// <exception cref="BitbucketException">There is no such project, or the server refuses.</exception>
    public async Task<Project> UpdateAsync(string workspace, string key, ProjectChange change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        Project before = await GetAsync(workspace, key, cancellationToken).ConfigureAwait(false);

        // The service takes the body for the whole project, and asks for its name at least.
        ProjectChange whole = new()
        {
            Key = change.Key,
            Name = change.Name ?? before.Name,
            Description = change.Description ?? before.Description,
            IsPrivate = change.IsPrivate ?? before.IsPrivate,
        };
        return await SendAsync(workspace, ProjectOperations.UpdateProject, [workspace, key], whole, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes a project; one that has repositories is refused.</summary>
    /// <param name="workspace">The workspace's slug or UUID.</param>
    /// <param name="key">The project's key.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="BitbucketException">There is none, or the server refuses.</exception>
    public Task DeleteAsync(string workspace, string key, CancellationToken cancellationToken = default)
        => _runner.DeleteAsync(ProjectOperations.DeleteProject, [workspace, key], cancellationToken);

    private async Task<Project> SendAsync(
        string workspace,
        Operation operation,
        string[] path,
        ProjectChange body,
        CancellationToken cancellationToken)
    {
        Project project = await _runner.SendAsync(
            operation,
            path,
            body,
            BitbucketJson.Default.ProjectChange,
            BitbucketJson.Default.Project,
            cancellationToken).ConfigureAwait(false);
        return project with { Workspace = workspace };
    }
}
