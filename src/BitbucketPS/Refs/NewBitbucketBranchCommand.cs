using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Makes a branch.
/// </summary>
/// <remarks>
/// The branch begins at -Target: a commit's hash, or the name of another branch. Left out, it is the repository's main branch.
/// </remarks>
/// <example>
/// <summary>Makes a branch off the main branch.</summary>
/// <code>New-BitbucketBranch demo/api feature/login</code>
/// </example>
/// <example>
/// <summary>Makes a branch where another one is.</summary>
/// <code>Get-BitbucketBranch demo/api develop | New-BitbucketBranch -Name release/4.0</code>
/// </example>
/// <example>
/// <summary>Makes the same release branch in every repository of a workspace.</summary>
/// <code>Get-BitbucketRepository demo/* | New-BitbucketBranch -Name release/2027.1 -Target main</code>
/// </example>
[Cmdlet(VerbsCommon.New, "BitbucketBranch", SupportsShouldProcess = true)]
[OutputType(typeof(Branch))]
[UsesOperation(nameof(RefOperations.CreateBranch))]
[UsesOperation(nameof(RepositoryOperations.GetRepository), Without = nameof(Target))]
public sealed class NewBitbucketBranchCommand : BitbucketRepositoryCommand
{
    /// <summary>The name of the new branch.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    /// <summary>
    /// What it points to: a commit's hash, or the name of a branch; by default the repository's main branch. A commit that
    /// is piped stands for itself, a branch or a tag for its commit.
    /// </summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [Alias("Hash")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BranchCompleter))]
    public string? Target { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Change(Repository, work =>
    {
        RepositoryId repository = ResolveRepository();
        work.Target = $"{repository}:{Name}";
        return CreateAsync(work, repository, Name, Target);
    });

    private async IAsyncEnumerable<Branch> CreateAsync(InputWork work, RepositoryId repository, string name, string? target)
    {
        target ??= await MainBranch.NameAsync(Client, repository, StopToken).ConfigureAwait(false);
        if (await work.AskAsync($"Create branch from {target}").ConfigureAwait(false))
        {
            yield return await Client.Refs.CreateBranchAsync(repository, name, target, StopToken).ConfigureAwait(false);
        }
    }
}
