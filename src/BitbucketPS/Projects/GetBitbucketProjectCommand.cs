using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Gets projects of a workspace.
/// </summary>
/// <remarks>
/// A plain key is one request for one project, and an error if it does not exist. Without a key, or with wildcards, the projects are
/// written as their pages come; -Name is compared with their names then.
/// </remarks>
/// <example>
/// <summary>Lists all projects of a workspace.</summary>
/// <code>Get-BitbucketProject demo</code>
/// </example>
/// <example>
/// <summary>Gets one project.</summary>
/// <code>Get-BitbucketProject demo WEB</code>
/// </example>
/// <example>
/// <summary>Lists the projects of all workspaces that everybody may see.</summary>
/// <code>Get-BitbucketWorkspace | Get-BitbucketProject | Where-Object -Not IsPrivate</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BitbucketProject", SupportsPaging = true)]
[OutputType(typeof(Project))]
[UsesOperation(nameof(ProjectOperations.ListProjects))]
[UsesOperation(nameof(ProjectOperations.GetProject), With = nameof(Key))]
[UsesOperation(nameof(ProjectOperations.GetProject), With = nameof(InputObject))]
public sealed class GetBitbucketProjectCommand : BitbucketWorkspaceCommand
{
    /// <summary>The key, in which wildcards may stand; all projects by default.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public string Key { get; set; } = "*";

    /// <summary>The name, as people see it, in which wildcards may stand.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string Name { get; set; } = "*";

    /// <summary>
    /// A project that is read anew, or an untyped object with the properties Workspace and Key, such as a line of a CSV file. With -Key or
    /// -Name it stands for its workspace.
    /// </summary>
    [Parameter(ValueFromPipeline = true)]
    [ProjectTransformation]
    [ValidateNotNull]
    public Project? InputObject { get; set; }

    // A project that is piped binds as its workspace too.
    private bool IsOne => InputObject is { Key.Length: > 0 }
        && !MyInvocation.BoundParameters.ContainsKey(nameof(Key))
        && !MyInvocation.BoundParameters.ContainsKey(nameof(Name));

    /// <inheritdoc />
    protected override void ProcessRecord() => Emit((object?)InputObject ?? Workspace, work =>
    {
        string workspace = InputObject is { Workspace.Length: > 0 } project ? project.Workspace : ResolveWorkspace();
        string text = IsOne ? InputObject!.Key : Key;
        work.Target = workspace;
        NamePattern key = new(text);
        NamePattern name = new(Name);
        if (key.HasWildcards || !name.IsEverything)
        {
            return List(work, workspace, key, name);
        }

        work.Target = $"{workspace}/{text}";
        return new ListPaging(PagingParameters, work, isServers: true).Read(() => Client.Projects.GetAsync(workspace, text, StopToken));
    });

    private IAsyncEnumerable<object?> List(InputWork work, string workspace, NamePattern key, NamePattern name)
    {
        bool isEverything = key.IsEverything && name.IsEverything;
        ListPaging paging = new(PagingParameters, work, isEverything);
        ListOptions options = new() { Skip = paging.Skip, First = paging.First, Progress = work };
        return paging.Read(
            Client.Projects.ListAsync(workspace, options, StopToken),
            isEverything ? null : project => key.IsMatch(project.Key) && name.IsMatch(project.Name));
    }
}
