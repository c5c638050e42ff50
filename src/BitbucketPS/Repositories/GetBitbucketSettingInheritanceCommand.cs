using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Gets which settings a repository inherits from its project, and which are its own.
/// </summary>
/// <remarks>
/// Needs the permission to administer the repository.
/// </remarks>
/// <example>
/// <summary>Looks at one repository.</summary>
/// <code>Get-BitbucketSettingInheritance demo/website</code>
/// </example>
/// <example>
/// <summary>Finds the repositories that have a branching model of their own.</summary>
/// <code>Get-BitbucketRepository demo/* | Get-BitbucketSettingInheritance | Where-Object InheritsBranchingModel -eq $false</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BitbucketSettingInheritance")]
[OutputType(typeof(SettingInheritance))]
[UsesOperation(nameof(RepositoryOperations.GetSettingInheritance))]
public sealed class GetBitbucketSettingInheritanceCommand : BitbucketRepositoryCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord() => Emit(Repository, work =>
    {
        RepositoryId repository = ResolveRepository();
        work.Target = repository;
        return Results.One(() => Client.SettingInheritances.GetAsync(repository, StopToken));
    });
}
