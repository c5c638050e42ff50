using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Gets branches of a repository.
/// </summary>
/// <remarks>
/// A plain name is one request for one branch, and an error if it does not exist. Without a name, or with wildcards, the
/// branches are written as their pages come. Each knows its repository, so it pipes on. -First and -Skip count in each
/// repository anew.
/// </remarks>
/// <example>
/// <summary>Lists all branches.</summary>
/// <code>Get-BitbucketBranch demo/website</code>
/// </example>
/// <example>
/// <summary>Gets one branch.</summary>
/// <code>Get-BitbucketBranch demo/website main</code>
/// </example>
/// <example>
/// <summary>Lists the release branches of all repositories, the oldest first in each.</summary>
/// <code>Get-BitbucketRepository demo/* | Get-BitbucketBranch -Name release/* -Sort target.date</code>
/// </example>
/// <example>
/// <summary>Gets the newest branch of each repository.</summary>
/// <code>Get-BitbucketRepository demo/* | Get-BitbucketBranch -Sort '-target.date' -First 1</code>
/// </example>
/// <example>
/// <summary>Lists branches that nobody has touched for half a year.</summary>
/// <code>Get-BitbucketBranch demo/website | Where-Object { $_.Target.Date -lt (Get-Date).AddMonths(-6) }</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BitbucketBranch", SupportsPaging = true)]
[OutputType(typeof(Branch))]
[UsesOperation(nameof(RefOperations.ListBranches))]
[UsesOperation(nameof(RefOperations.GetBranch))]
public sealed class GetBitbucketBranchCommand : BitbucketRefListCommand
{
    // Not bound from the pipeline: a piped repository has a Name too, and it is not a branch.
    /// <summary>The name, in which wildcards may stand; all branches by default.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(BranchCompleter))]
    public string Name { get; set; } = "*";

    /// <inheritdoc />
    protected override void ProcessRecord() => Emit(Repository, work => Find(work, Name, Client.Refs.GetBranchAsync, Client.Refs.ListBranchesAsync));
}
