using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Changes repositories. What is not given stays as it is.
/// </summary>
/// <remarks>
/// <para>
/// A new -Name moves a repository: its slug follows the name, and with it its address, which clones, builds and permissions may
/// still have. The repository that is written has the new address; pipe that on. Of the old address the service says that there
/// is nothing, or where to go from there.
/// </para>
/// <para>
/// The command looks for the repository first, since the service would make one that is not there. Untyped objects with the
/// property FullName, as Import-Csv makes them of an exported list, pipe as repositories do.
/// </para>
/// </remarks>
/// <example>
/// <summary>Changes a description.</summary>
/// <code>Set-BitbucketRepository demo/docs -Description 'Everything that is written down'</code>
/// </example>
/// <example>
/// <summary>Renames a repository, and says where it is now.</summary>
/// <code>Set-BitbucketRepository demo/docs -Name 'Handbook' | ForEach-Object FullName</code>
/// </example>
/// <example>
/// <summary>Shows which public repositories would be closed.</summary>
/// <code>Get-BitbucketRepository demo/* -IsPrivate:$false | Set-BitbucketRepository -IsPrivate -WhatIf</code>
/// </example>
/// <example>
/// <summary>Makes another branch the main branch.</summary>
/// <code>Set-BitbucketRepository demo/api -MainBranch develop</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "BitbucketRepository", SupportsShouldProcess = true)]
[OutputType(typeof(Repository))]
[UsesOperation(nameof(RepositoryOperations.UpdateRepository))]
[UsesOperation(nameof(RepositoryOperations.GetRepository))]
public sealed class SetBitbucketRepositoryCommand : BitbucketRepositoryChangeCommand
{
    // Not bound by property name: whoever pipes branches does not mean to change their repository once for each.
    /// <inheritdoc />
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [RepositoryTransformation]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(RepositoryCompleter))]
    public override RepositoryIdentity? Repository { get; set; }

    /// <summary>Its new name, as people see it. Its slug follows the name, so its address changes.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public override string? Name { get; set; }

    /// <summary>The branch that is to be its main branch; it must exist.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BranchCompleter))]
    public string? MainBranch { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Change(Repository, work =>
    {
        RepositoryId repository = ResolveRepository();
        work.Target = repository;
        RepositoryChange change = Wanted() with { MainBranch = MainBranch };
        if (change == new RepositoryChange())
        {
            throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"Nothing was said that should change of {repository}.")
            {
                RecommendedAction = "Give -Name, -Description, -IsPrivate, -Project, -Language, -ForkPolicy, -Website or -MainBranch.",
            };
        }

        return Results.Asked(
            work,
            change.Name is { } name ? $"Rename repository to '{name}'" : "Change repository",
            () => Client.Repositories.UpdateAsync(repository, change, StopToken));
    });
}
