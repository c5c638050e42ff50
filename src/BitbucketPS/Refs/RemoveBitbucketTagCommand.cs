using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Deletes tags. Their commits stay, as long as something else leads to them.
/// </summary>
/// <remarks>
/// <para>
/// The command asks before each tag; -Confirm:$false deletes without a question, and -WhatIf shows what would be deleted. Tags
/// that are piped are collected first and deleted at the end, since deleting while the list is still being read would shift
/// its pages and skip some.
/// </para>
/// <para>
/// Untyped objects with the properties Repository and Name, as Import-Csv makes them of an exported list, pipe as tags do.
/// </para>
/// </remarks>
/// <example>
/// <summary>Deletes one tag.</summary>
/// <code>
/// New-BitbucketTag demo/api nightly
/// Remove-BitbucketTag demo/api nightly
/// </code>
/// </example>
/// <example>
/// <summary>Shows which tags of release candidates would be deleted.</summary>
/// <code>Get-BitbucketRepository demo/* | Get-BitbucketTag -Name *-rc* | Remove-BitbucketTag -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "BitbucketTag", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = InputObjectSet)]
[OutputType(typeof(void))]
[UsesOperation(nameof(RefOperations.DeleteTag))]
public sealed class RemoveBitbucketTagCommand : BitbucketRefRemovalCommand
{
    // Not bound by property name: a piped repository has a Name too, and no tag is meant by it.
    /// <summary>The name of the tag.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = NameSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TagCompleter))]
    public string? Name { get; set; }

    /// <summary>A tag as Get-BitbucketTag writes it, or an untyped object with the properties Repository and Name, such as a line of a CSV file.</summary>
    [Parameter(Mandatory = true, ParameterSetName = InputObjectSet, ValueFromPipeline = true)]
    [TagTransformation]
    [ValidateNotNull]
    public Tag? InputObject { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Remove(InputObject, Name, "tag", Client.Tags.DeleteAsync);
}
