using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Gets tags of a repository.
/// </summary>
/// <remarks>
/// A plain name is one request for one tag, and an error if it does not exist. Without a name, or with wildcards, the tags are
/// written as their pages come. Each knows its repository, so it pipes on. Lightweight tags, as git tag makes them without a
/// message, have no Message, Date and Tagger. -First and -Skip count in each repository anew.
/// </remarks>
/// <example>
/// <summary>Lists all tags.</summary>
/// <code>Get-BitbucketTag demo/website</code>
/// </example>
/// <example>
/// <summary>Gets one tag.</summary>
/// <code>
/// New-BitbucketTag demo/website v1.0
/// Get-BitbucketTag demo/website v1.0
/// </code>
/// </example>
/// <example>
/// <summary>Gets the newest version of each repository.</summary>
/// <code>Get-BitbucketRepository demo/* | Get-BitbucketTag -Name v* -Sort '-target.date' -First 1</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BitbucketTag", SupportsPaging = true)]
[OutputType(typeof(Tag))]
[UsesOperation(nameof(RefOperations.ListTags))]
[UsesOperation(nameof(RefOperations.GetTag))]
public sealed class GetBitbucketTagCommand : BitbucketRepositoryCommand
{
    // Not bound from the pipeline: a piped repository has a Name too, and it is not a tag.
    /// <summary>The name, in which wildcards may stand; all tags by default.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TagCompleter))]
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
            .Read(() => Client.Tags.GetAsync(repository, text, StopToken));
    });

    private IAsyncEnumerable<object?> List(InputWork work, RepositoryId repository, NamePattern name)
    {
        ListPaging paging = new(PagingParameters, work, isServers: name.IsEverything);
        TagQuery query = new()
        {
            Filter = QueryText.All(Filter, name.Condition("name")),
            Sort = Sort,
            Skip = paging.Skip,
            First = paging.First,
            Progress = work,
        };
        return paging.Read(
            Client.Tags.ListAsync(repository, query, StopToken),
            name.IsEverything ? null : tag => name.IsMatch(tag.Name));
    }
}
