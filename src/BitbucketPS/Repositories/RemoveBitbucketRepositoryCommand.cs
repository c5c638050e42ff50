using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Deletes repositories with everything in them: commits, pull requests, downloads. Their forks stay.
/// </summary>
/// <remarks>
/// <para>
/// The command asks before each repository; -Confirm:$false deletes without a question, and -WhatIf shows what would be deleted.
/// The repository must be given: that of the session or of the current git clone is never meant. Repositories that are piped are
/// collected first and deleted at the end, since deleting while the list is still being read would shift its pages and skip some.
/// </para>
/// <para>
/// Untyped objects with the property FullName, as Import-Csv makes them of an exported list, pipe as repositories do. Branches and
/// whatever else belongs to a repository do not.
/// </para>
/// </remarks>
/// <example>
/// <summary>Deletes one repository.</summary>
/// <code>Remove-BitbucketRepository demo/mobile-app</code>
/// </example>
/// <example>
/// <summary>Shows which repositories of a project would be deleted.</summary>
/// <code>Get-BitbucketRepository demo/* -Project WEB | Remove-BitbucketRepository -WhatIf</code>
/// </example>
/// <example>
/// <summary>Deletes a repository that lives elsewhere now, and says so to those who still look for it.</summary>
/// <code>Remove-BitbucketRepository demo/docs -RedirectTo https://docs.example.com/</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "BitbucketRepository", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
[UsesOperation(nameof(RepositoryOperations.DeleteRepository))]
public sealed class RemoveBitbucketRepositoryCommand : BitbucketRepositoryCommand
{
    // Not bound by property name: whoever pipes branches does not want their repository deleted.
    /// <summary>The repository: workspace/slug, a slug in the session's workspace, an https or ssh address, or what Get-BitbucketRepository writes.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [RepositoryTransformation]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(RepositoryCompleter))]
    public override RepositoryIdentity? Repository { get; set; }

    /// <summary>The address that the repository's page tells its visitors to go to from now on.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? RedirectTo { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Change(Repository, work =>
    {
        (RepositoryId repository, string? redirectTo) = (ResolveRepository(), RedirectTo);
        work.Target = repository;
        return Results.AskedNone(work, "Delete repository", () => Client.Repositories.DeleteAsync(repository, redirectTo, StopToken));
    });
}
