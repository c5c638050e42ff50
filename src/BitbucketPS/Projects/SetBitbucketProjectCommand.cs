using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Changes projects. What is not given stays as it is.
/// </summary>
/// <remarks>
/// The command looks for the project first, since the service would make one that is not there, and wants to be told what is to stay.
/// With -NewKey its address changes.
/// </remarks>
/// <example>
/// <summary>Changes a description.</summary>
/// <code>Set-BitbucketProject demo WEB -Description 'Everything that customers see'</code>
/// </example>
/// <example>
/// <summary>Shows which public projects would be closed.</summary>
/// <code>Get-BitbucketProject demo | Where-Object -Not IsPrivate | Set-BitbucketProject -IsPrivate -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "BitbucketProject", SupportsShouldProcess = true, DefaultParameterSetName = ProjectSet)]
[OutputType(typeof(Project))]
[UsesOperation(nameof(ProjectOperations.UpdateProject))]
[UsesOperation(nameof(ProjectOperations.GetProject))]
public sealed class SetBitbucketProjectCommand : BitbucketProjectCommand
{
    /// <summary>Its new name, as people see it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>What it is for; an empty text takes away what was said.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Description { get; set; }

    /// <summary>Only people with a permission may see it; -IsPrivate:$false lets everybody.</summary>
    [Parameter]
    public SwitchParameter IsPrivate { get; set; }

    /// <summary>Its new key: a letter, then letters, digits and underscores.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? NewKey { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Change((object?)InputObject ?? Key, work =>
    {
        (string workspace, string key) = ResolveProject();
        string address = $"{workspace}/{key}";
        work.Target = address;
        ProjectChange change = new()
        {
            Key = NewKey,
            Name = Name,
            Description = Description,
            IsPrivate = MyInvocation.BoundParameters.ContainsKey(nameof(IsPrivate)) ? IsPrivate.IsPresent : null,
        };
        if (change == new ProjectChange())
        {
            throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"Nothing was said that should change of the project {address}.")
            {
                RecommendedAction = "Give -Name, -Description, -IsPrivate or -NewKey.",
            };
        }

        return Results.Asked(work, "Change project", () => Client.Projects.UpdateAsync(workspace, key, change, StopToken));
    });
}
