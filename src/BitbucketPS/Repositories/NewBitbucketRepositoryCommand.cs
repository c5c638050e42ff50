using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Makes an empty repository.
/// </summary>
/// <remarks>
/// It is private unless -IsPrivate:$false says otherwise. Without -Project it belongs to the oldest project of its workspace. A
/// repository that exists is an error, and stays as it is. The first branch that is pushed becomes its main branch.
/// </remarks>
/// <example>
/// <summary>Makes a private repository in a project.</summary>
/// <code>New-BitbucketRepository demo/shop -Project WEB -Description 'The shop on the web site' -Language typescript</code>
/// </example>
/// <example>
/// <summary>Makes a public repository whose name is not its slug.</summary>
/// <code>New-BitbucketRepository demo/open-data -Name 'Open data' -IsPrivate:$false</code>
/// </example>
/// <example>
/// <summary>Makes several repositories.</summary>
/// <code>'demo/one', 'demo/two', 'demo/three' | New-BitbucketRepository -ForkPolicy no_forks</code>
/// </example>
[Cmdlet(VerbsCommon.New, "BitbucketRepository", SupportsShouldProcess = true)]
[OutputType(typeof(Repository))]
[UsesOperation(nameof(RepositoryOperations.CreateRepository))]
public sealed class NewBitbucketRepositoryCommand : BitbucketRepositoryChangeCommand
{
    // Mandatory: no clone stands for a repository that is not there yet. Not bound by property name: what has a repository has one.
    /// <summary>The address of the new repository: workspace/slug, or a slug in the session's workspace.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [RepositoryTransformation]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(RepositoryCompleter))]
    public override RepositoryIdentity? Repository { get; set; }

    /// <summary>Its name, as people see it; by default its slug.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public override string? Name { get; set; }

    /// <summary>Only people with a permission may read it, as without this parameter; -IsPrivate:$false lets everybody.</summary>
    [Parameter]
    public override SwitchParameter IsPrivate { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Change(Repository, work =>
    {
        RepositoryId repository = ResolveRepository();
        RepositoryChange wanted = Wanted();
        wanted = wanted with { IsPrivate = wanted.IsPrivate ?? true };
        work.Target = repository;
        return Results.Asked(
            work,
            wanted.IsPrivate is true ? "Create private repository" : "Create public repository",
            () => Client.Repositories.CreateAsync(repository, wanted, StopToken));
    });
}
