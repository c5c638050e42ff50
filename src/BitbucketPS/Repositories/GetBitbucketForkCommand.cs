using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Gets the forks of a repository, in whatever workspace they are.
/// </summary>
/// <remarks>
/// Only forks that the account can see are in the list. They are repositories, and pipe on as such; their property Parent is what
/// they are forks of. -Role hides repositories from tokens that may only read; without it nothing is hidden.
/// </remarks>
/// <example>
/// <summary>Lists the forks of a repository.</summary>
/// <code>
/// New-BitbucketFork demo/website -Name website-trial
/// Get-BitbucketFork demo/website
/// </code>
/// </example>
/// <example>
/// <summary>Lists the forks of all repositories of a workspace, with what they are forks of.</summary>
/// <code>Get-BitbucketRepository demo/* | Get-BitbucketFork | ForEach-Object { "$($_.FullName) of $($_.Parent)" }</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BitbucketFork", SupportsPaging = true)]
[OutputType(typeof(Repository))]
[UsesOperation(nameof(RepositoryOperations.ListForks))]
public sealed class GetBitbucketForkCommand : BitbucketRepositoryCommand
{
    /// <summary>A condition in Bitbucket's query language, such as is_private = false; the server checks it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Filter { get; set; }

    /// <summary>The field to sort by, such as name; a minus before it reverses the order, and needs quotes: '-updated_on'.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Sort { get; set; }

    /// <summary>Only forks in which the account has this role.</summary>
    [Parameter]
    [ValidateSet("admin", "contributor", "member", "owner")]
    public string? Role { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Emit(Repository, work =>
    {
        RepositoryId repository = ResolveRepository();
        ListPaging paging = new(PagingParameters, work, isServers: true);
        RepositoryQuery query = new()
        {
            Filter = Filter,
            Sort = Sort,
            Role = Role?.ToLowerInvariant(),
            Skip = paging.Skip,
            First = paging.First,
            Progress = work,
        };
        return paging.Read(Client.Forks.ListAsync(repository, query, StopToken));
    });
}
