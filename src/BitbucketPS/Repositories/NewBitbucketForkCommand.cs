using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Forks a repository.
/// </summary>
/// <remarks>
/// The fork goes to -Workspace, by default to that of the repository, where it needs a -Name of its own. In what is not given it is
/// like the repository: description, language, privacy. A repository that forbids forks is an error.
/// </remarks>
/// <example>
/// <summary>Forks a repository beside it.</summary>
/// <code>New-BitbucketFork demo/website -Name website-trial</code>
/// </example>
/// <example>
/// <summary>Forks a repository into the same workspace, and into another project.</summary>
/// <code>New-BitbucketFork demo/docs -Workspace demo -Name 'Docs of 2026' -Project WEB -Description 'As it was'</code>
/// </example>
[Cmdlet(VerbsCommon.New, "BitbucketFork", SupportsShouldProcess = true)]
[OutputType(typeof(Repository))]
[UsesOperation(nameof(RepositoryOperations.CreateFork))]
public sealed class NewBitbucketForkCommand : BitbucketRepositoryChangeCommand
{
    /// <summary>The workspace that the fork goes to: its slug, or its UUID in braces; by default that of the repository.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WorkspaceCompleter))]
    public string? Workspace { get; set; }

    /// <summary>The fork's name, as people see it, from which its slug is made; by default that of the repository.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public override string? Name { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Change(Repository, work =>
    {
        RepositoryId repository = ResolveRepository();
        work.Target = repository;
        (string? workspace, RepositoryChange wanted) = (Workspace, Wanted());
        return Results.Asked(
            work,
            $"Fork to {workspace ?? repository.Workspace}/{wanted.Name ?? repository.Slug}",
            () => Client.Forks.CreateAsync(repository, workspace, wanted, StopToken));
    });
}
