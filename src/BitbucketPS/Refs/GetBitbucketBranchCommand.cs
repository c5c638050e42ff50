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
public sealed class GetBitbucketBranchCommand : BitbucketRepositoryCommand
{
    // Not bound from the pipeline: a piped repository has a Name too, and it is not a branch.
    /// <summary>The name, in which wildcards may stand; all branches by default.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(BranchCompleter))]
    public string Name { get; set; } = "*";

    /// <summary>A condition in Bitbucket's query language, such as target.author.raw ~ "ada"; the server checks it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Filter { get; set; }

    /// <summary>The field to sort by, such as name; a minus before it reverses the order, and needs quotes: '-target.date'.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Sort { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Emit(Repository, work =>
    {
        RepositoryId repository = ResolveRepository();
        string text = Name;
        NamePattern name = new(text);
        if (name.HasWildcards || Filter is not null)
        {
            return List(work, repository, name);
        }

        work.Target = $"{repository}:{text}";
        return new ListPaging(PagingParameters, work, isServers: true)
            .Read(() => Client.Refs.GetBranchAsync(repository, text, StopToken));
    });

    private IAsyncEnumerable<object?> List(InputWork work, RepositoryId repository, NamePattern name)
    {
        ListPaging paging = new(PagingParameters, work, isServers: name.IsEverything);
        BranchQuery query = new()
        {
            Filter = QueryText.All(Filter, name.Condition("name")),
            Sort = Sort,
            Skip = paging.Skip,
            First = paging.First,
            Progress = work,
        };
        return paging.Read(
            Client.Refs.ListBranchesAsync(repository, query, StopToken),
            name.IsEverything ? null : branch => name.IsMatch(branch.Name));
    }
}
