using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Makes a project in a workspace.
/// </summary>
/// <remarks>
/// The key stands in addresses, and names the project in New-BitbucketRepository -Project. The service keeps it in capitals.
/// </remarks>
/// <example>
/// <summary>Makes a private project.</summary>
/// <code>New-BitbucketProject demo OPS -Name Operations -IsPrivate</code>
/// </example>
/// <example>
/// <summary>Makes a project, and a repository in it.</summary>
/// <code>New-BitbucketProject demo LAB -Name Lab -IsPrivate | ForEach-Object { New-BitbucketRepository demo/probe -Project $_.Key }</code>
/// </example>
[Cmdlet(VerbsCommon.New, "BitbucketProject", SupportsShouldProcess = true)]
[OutputType(typeof(Project))]
[UsesOperation(nameof(ProjectOperations.CreateProject))]
public sealed class NewBitbucketProjectCommand : BitbucketWorkspaceCommand
{
    /// <summary>The key of the new project: a letter, then letters, digits and underscores.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Key { get; set; } = "";

    /// <summary>Its name, as people see it; the key by default.</summary>
    [Parameter(Position = 2)]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>What it is for.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Description { get; set; }

    /// <summary>Only people with a permission may see it; -IsPrivate:$false lets everybody. Left out, the service decides.</summary>
    [Parameter]
    public SwitchParameter IsPrivate { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Change(Workspace, work =>
    {
        string workspace = ResolveWorkspace();
        ProjectChange project = new()
        {
            Key = Key,
            Name = Name ?? Key,
            Description = Description,
            IsPrivate = MyInvocation.BoundParameters.ContainsKey(nameof(IsPrivate)) ? IsPrivate.IsPresent : null,
        };
        work.Target = $"{workspace}/{project.Key}";
        return Results.Asked(
            work,
            "Create project",
            () => Client.Projects.CreateAsync(workspace, project, StopToken));
    });
}
