using System.ComponentModel;
using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>A cmdlet that gets branches or tags of a repository: one by its name, or a list.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BitbucketRefListCommand : BitbucketRepositoryCommand
{
    private protected BitbucketRefListCommand()
    {
    }

    /// <summary>A condition in Bitbucket's query language, such as target.author.raw ~ "ada"; the server checks it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Filter { get; set; }

    /// <summary>The field to sort by, such as name; a minus before it reverses the order, and needs quotes: '-target.date'.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Sort { get; set; }

    /// <summary>Gets the one of a name, or lists those that a pattern or a condition is meant for.</summary>
    /// <typeparam name="T">A branch or a tag.</typeparam>
    /// <param name="work">The work on the input that is bound.</param>
    /// <param name="text">The name or pattern.</param>
    /// <param name="get">Gets one.</param>
    /// <param name="list">Lists several.</param>
    /// <exception cref="BitbucketException">The repository is not known.</exception>
    private protected IAsyncEnumerable<object?> Find<T>(
        InputWork work,
        string text,
        Func<RepositoryId, string, CancellationToken, Task<T>> get,
        Func<RepositoryId, RefQuery, CancellationToken, IAsyncEnumerable<T>> list)
        where T : Ref
    {
        RepositoryId repository = ResolveRepository();
        NamePattern name = new(text);
        if (name.HasWildcards || Filter is not null)
        {
            bool isServers = IsServers(name);
            ListPaging paging = new(PagingParameters, work, isServers);
            return paging.Read(list(repository, Query(work, paging, name, text), StopToken), isServers ? null : item => name.IsMatch(item.Name));
        }

        work.Target = $"{repository}:{text}";
        return new ListPaging(PagingParameters, work, isServers: true).Read(() => get(repository, text, StopToken));
    }

    /// <summary>True if the service alone decides which ones are meant. Of wildcards it does not know all, while a plain name is that name, letter by letter.</summary>
    private protected static bool IsServers(NamePattern name) => name.IsEverything || !name.HasWildcards;

    /// <summary>What the service is asked for.</summary>
    /// <param name="work">Is told of the pages.</param>
    /// <param name="paging">How many.</param>
    /// <param name="name">Which ones, beside -Filter.</param>
    /// <param name="text">The name as it was given.</param>
    private protected RefQuery Query(InputWork work, ListPaging paging, NamePattern name, string text) => new()
    {
        Filter = QueryText.All(Filter, name.HasWildcards ? name.Condition("name") : $"name = {QueryText.Quote(text)}"),
        Sort = Sort,
        Skip = paging.Skip,
        First = paging.First,
        Progress = work,
    };
}
