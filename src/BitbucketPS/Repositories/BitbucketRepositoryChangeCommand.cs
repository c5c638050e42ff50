using System.ComponentModel;
using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>A cmdlet that says what a repository is to be.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BitbucketRepositoryChangeCommand : BitbucketRepositoryCommand
{
    private protected BitbucketRepositoryChangeCommand()
    {
    }

    /// <summary>Its name, as people see it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public virtual string? Name { get; set; }

    /// <summary>What it is, in a few words; an empty text takes away what was said.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Description { get; set; }

    /// <summary>Only people with a permission may read it; -IsPrivate:$false lets everybody.</summary>
    [Parameter]
    public virtual SwitchParameter IsPrivate { get; set; }

    /// <summary>The project it belongs to: its key, or its UUID in braces.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public virtual string? Project { get; set; }

    /// <summary>The programming language it is marked with, such as c#.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Language { get; set; }

    /// <summary>Who may fork it: everybody who can read it, only into private forks, or nobody.</summary>
    [Parameter]
    [ValidateSet("allow_forks", "no_public_forks", "no_forks")]
    public string? ForkPolicy { get; set; }

    /// <summary>The address of a page about it; an empty text takes it away.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Website { get; set; }

    /// <summary>What was said; to be called while the input is bound.</summary>
    private protected RepositoryChange Wanted() => new()
    {
        Name = Name,
        Description = Description,
        IsPrivate = MyInvocation.BoundParameters.ContainsKey(nameof(IsPrivate)) ? IsPrivate.ToBool() : null,
        Project = Project,
        Language = Language?.ToLowerInvariant(),
        ForkPolicy = ForkPolicy?.ToLowerInvariant(),
        Website = Website,
    };
}
