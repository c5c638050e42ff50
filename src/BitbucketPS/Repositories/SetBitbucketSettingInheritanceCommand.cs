using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Sets which settings a repository inherits from its project. What is not given stays as it is.
/// </summary>
/// <remarks>
/// Needs the permission to administer the repository. What the settings are is said elsewhere; this only chooses between those of
/// the project and the repository's own.
/// </remarks>
/// <example>
/// <summary>Has a repository follow the branching model of its project.</summary>
/// <code>Set-BitbucketSettingInheritance demo/website -InheritsBranchingModel</code>
/// </example>
/// <example>
/// <summary>Has all repositories that have merge strategies of their own follow their projects again.</summary>
/// <code>
/// Get-BitbucketRepository demo/* | Get-BitbucketSettingInheritance |
///     Where-Object InheritsMergeStrategy -eq $false | Set-BitbucketSettingInheritance -InheritsMergeStrategy
/// </code>
/// </example>
[Cmdlet(VerbsCommon.Set, "BitbucketSettingInheritance", SupportsShouldProcess = true)]
[OutputType(typeof(SettingInheritance))]
[UsesOperation(nameof(RepositoryOperations.UpdateSettingInheritance))]
[UsesOperation(nameof(RepositoryOperations.GetSettingInheritance))]
public sealed class SetBitbucketSettingInheritanceCommand : BitbucketRepositoryCommand
{
    /// <summary>The merge strategies are those of the project; -InheritsMergeStrategy:$false takes the repository's own.</summary>
    [Parameter]
    public SwitchParameter InheritsMergeStrategy { get; set; }

    /// <summary>The branching model is that of the project; -InheritsBranchingModel:$false takes the repository's own.</summary>
    [Parameter]
    public SwitchParameter InheritsBranchingModel { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Change(Repository, work =>
    {
        RepositoryId repository = ResolveRepository();
        work.Target = repository;
        bool? mergeStrategy = IfGiven(nameof(InheritsMergeStrategy), InheritsMergeStrategy);
        bool? branchingModel = IfGiven(nameof(InheritsBranchingModel), InheritsBranchingModel);
        if (mergeStrategy is null && branchingModel is null)
        {
            throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"Nothing was said that {repository} should inherit or not.")
            {
                RecommendedAction = "Give -InheritsMergeStrategy or -InheritsBranchingModel.",
            };
        }

        return Results.Asked(
            work,
            "Change what is inherited from the project",
            () => Client.SettingInheritances.UpdateAsync(repository, mergeStrategy, branchingModel, StopToken));
    });

    private bool? IfGiven(string parameter, SwitchParameter value)
        => MyInvocation.BoundParameters.ContainsKey(parameter) ? value.ToBool() : null;
}
