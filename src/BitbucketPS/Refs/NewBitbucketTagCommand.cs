using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Makes a tag.
/// </summary>
/// <remarks>
/// The tag points to -Target: a commit's hash, or where a branch or another tag is now. Left out, it is the newest commit of the
/// repository's main branch. The service makes annotated tags; without -Message it writes one of its own.
/// </remarks>
/// <example>
/// <summary>Tags the newest commit of the main branch.</summary>
/// <code>New-BitbucketTag demo/website v1.0 -Message 'The first release'</code>
/// </example>
/// <example>
/// <summary>Tags where a branch is.</summary>
/// <code>Get-BitbucketBranch demo/api release/1.0 | New-BitbucketTag -Name v1.0.0</code>
/// </example>
/// <example>
/// <summary>Tags the main branch of every repository of a workspace.</summary>
/// <code>Get-BitbucketRepository demo/* | New-BitbucketTag -Name 2027.1 -Message 'As delivered'</code>
/// </example>
[Cmdlet(VerbsCommon.New, "BitbucketTag", SupportsShouldProcess = true)]
[OutputType(typeof(Tag))]
[UsesOperation(nameof(RefOperations.CreateTag))]
[UsesOperation(nameof(CommitOperations.ListCommits))]
[UsesOperation(nameof(RepositoryOperations.GetRepository), Without = nameof(Target))]
public sealed class NewBitbucketTagCommand : BitbucketRepositoryCommand
{
    /// <summary>The name of the new tag.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    /// <summary>
    /// What it points to: a commit's hash, or the name of a branch or a tag; by default the repository's main branch. A commit that
    /// is piped stands for itself, a branch or a tag for its commit.
    /// </summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [Alias("Hash")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RefCompleter))]
    public string? Target { get; set; }

    /// <summary>What there is to say about it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Message { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Change(Repository, work =>
    {
        RepositoryId repository = ResolveRepository();
        work.Target = $"{repository}:{Name}";
        return CreateAsync(work, repository, Name, Target, Message);
    });

    private async IAsyncEnumerable<Tag> CreateAsync(InputWork work, RepositoryId repository, string name, string? target, string? message)
    {
        target ??= await MainBranch.NameAsync(Client, repository, StopToken).ConfigureAwait(false);
        if (await work.AskAsync($"Create tag at {target}").ConfigureAwait(false))
        {
            yield return await Client.Tags.CreateAsync(repository, name, target, message, StopToken).ConfigureAwait(false);
        }
    }
}
