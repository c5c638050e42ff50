using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Deletes projects, which must be empty.
/// </summary>
/// <remarks>
/// The service refuses to delete a project that has repositories. The command asks before each project; -Confirm:$false deletes
/// without a question, and -WhatIf shows what would be deleted. Projects that are piped are collected first and deleted at the end.
/// </remarks>
/// <example>
/// <summary>Makes a project and deletes it.</summary>
/// <code>New-BitbucketProject demo TMP -IsPrivate | Remove-BitbucketProject -Confirm:$false</code>
/// </example>
/// <example>
/// <summary>Shows which projects would be deleted.</summary>
/// <code>Get-BitbucketProject demo -Name *old* | Remove-BitbucketProject -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "BitbucketProject", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = ProjectSet)]
[OutputType(typeof(void))]
[UsesOperation(nameof(ProjectOperations.DeleteProject))]
public sealed class RemoveBitbucketProjectCommand : BitbucketProjectCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord() => Change((object?)InputObject ?? Key, work =>
    {
        (string workspace, string key) = ResolveProject();
        work.Target = $"{workspace}/{key}";
        return Results.AskedNone(work, "Delete project", () => Client.Projects.DeleteAsync(workspace, key, StopToken));
    });
}
