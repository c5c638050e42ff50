using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Deletes branches. Their commits stay, as long as something else leads to them.
/// </summary>
/// <remarks>
/// <para>
/// The command asks before each branch; -Confirm:$false deletes without a question, and -WhatIf shows what would be deleted. Branches
/// that are piped are collected first and deleted at the end, since deleting while the list is still being read would shift
/// its pages and skip some.
/// </para>
/// <para>
/// Untyped objects with the properties Repository and Name, as Import-Csv makes them of an exported list, pipe as branches do.
/// </para>
/// </remarks>
/// <example>
/// <summary>Deletes one branch.</summary>
/// <code>Remove-BitbucketBranch demo/api spike/graphql</code>
/// </example>
/// <example>
/// <summary>Shows which release branches would be deleted.</summary>
/// <code>Get-BitbucketRepository demo/* | Get-BitbucketBranch -Name release/* | Remove-BitbucketBranch -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "BitbucketBranch", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = InputObjectSet)]
[OutputType(typeof(void))]
[UsesOperation(nameof(RefOperations.DeleteBranch))]
public sealed class RemoveBitbucketBranchCommand : BitbucketRefRemovalCommand
{
    // Not bound by property name: a piped repository has a Name too, and no branch is meant by it.
    /// <summary>The name of the branch.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = NameSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BranchCompleter))]
    public string? Name { get; set; }

    /// <summary>A branch as Get-BitbucketBranch writes it, or an untyped object with the properties Repository and Name, such as a line of a CSV file.</summary>
    [Parameter(Mandatory = true, ParameterSetName = InputObjectSet, ValueFromPipeline = true)]
    [BranchTransformation]
    [ValidateNotNull]
    public Branch? InputObject { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Remove(InputObject, Name, "branch", Client.Refs.DeleteBranchAsync);
}
