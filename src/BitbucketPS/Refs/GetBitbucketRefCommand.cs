using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Gets branches and tags of a repository together.
/// </summary>
/// <remarks>
/// <para>
/// Each is a branch as Get-BitbucketBranch writes it, or a tag as Get-BitbucketTag writes it; its property Type says which. A branch and
/// a tag may have the same name.
/// </para>
/// <para>
/// A plain name that neither a branch nor a tag has is an error. Where only the one or the other is wanted, Get-BitbucketBranch and
/// Get-BitbucketTag ask for less.
/// </para>
/// </remarks>
/// <example>
/// <summary>Lists all branches and tags.</summary>
/// <code>Get-BitbucketRef demo/api</code>
/// </example>
/// <example>
/// <summary>Finds out what a name stands for.</summary>
/// <code>Get-BitbucketRef demo/api main | ForEach-Object { "$($_.Type) at $($_.Target.ShortHash)" }</code>
/// </example>
/// <example>
/// <summary>Lists the five branches and tags whose commits are the newest.</summary>
/// <code>Get-BitbucketRef demo/api -Sort '-target.date' -First 5</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BitbucketRef", SupportsPaging = true)]
[OutputType(typeof(Branch), typeof(Tag))]
[UsesOperation(nameof(RefOperations.ListRefs))]
public sealed class GetBitbucketRefCommand : BitbucketRefListCommand
{
    // Not bound from the pipeline: a piped repository has a Name too, and it is neither a branch nor a tag.
    /// <summary>The name, in which wildcards may stand; all branches and tags by default.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RefCompleter))]
    public string Name { get; set; } = "*";

    /// <inheritdoc />
    protected override void ProcessRecord() => Emit(Repository, work =>
    {
        RepositoryId repository = ResolveRepository();
        string text = Name;
        NamePattern name = new(text);
        bool isServers = IsServers(name);
        ListPaging paging = new(PagingParameters, work, isServers);
        IAsyncEnumerable<Ref> refs = Client.Refs.ListAsync(repository, Query(work, paging, name, text), StopToken);
        if (!name.HasWildcards && Filter is null)
        {
            work.Target = $"{repository}:{text}";
            refs = RequireSome(refs, repository, text, paging);
        }

        return paging.Read(refs, isServers ? null : item => name.IsMatch(item.Name));
    });

    // What is skipped or not asked for is not in the list, and not missing.
    private static async IAsyncEnumerable<Ref> RequireSome(IAsyncEnumerable<Ref> refs, RepositoryId repository, string name, ListPaging paging)
    {
        bool isFound = paging.Skip > 0 || paging.First == 0;
        await foreach (Ref item in refs.ConfigureAwait(false))
        {
            isFound = true;
            yield return item;
        }

        if (!isFound)
        {
            throw new BitbucketException(BitbucketErrorKind.NotFound, $"{repository} has no branch and no tag '{name}'.")
            {
                RecommendedAction = $"Get-BitbucketRef {repository} lists what there is.",
            };
        }
    }
}
