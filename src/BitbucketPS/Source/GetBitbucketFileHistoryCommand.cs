using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Lists the commits that changed a file, the newest first.
/// </summary>
/// <remarks>
/// The history goes on under the names that the file had before; each entry says under which it was. Entries pipe into
/// Get-BitbucketContent, which reads the file as it was, and into whatever takes a commit.
/// </remarks>
/// <example>
/// <summary>Shows who changed a file, and when.</summary>
/// <code>Get-BitbucketFileHistory demo/website README.md</code>
/// </example>
/// <example>
/// <summary>Reads the last two versions of a file.</summary>
/// <code>Get-BitbucketFileHistory demo/website README.md -First 2 | Get-BitbucketContent</code>
/// </example>
/// <example>
/// <summary>Shows the changes since a day.</summary>
/// <code>Get-BitbucketFileHistory demo/website README.md -Filter 'commit.date > 2020-01-01'</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BitbucketFileHistory", SupportsPaging = true)]
[OutputType(typeof(FileHistoryEntry))]
[UsesOperation(nameof(SourceOperations.ListFileHistory))]
[UsesOperation(nameof(SourceOperations.GetSourceRoot), Without = nameof(Commit))]
[UsesOperation(nameof(CommitOperations.ListCommits), With = nameof(Commit))]
public sealed class GetBitbucketFileHistoryCommand : BitbucketSourceCommand
{
    /// <summary>The file's path in the commit that the history begins at.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SourceCompleter))]
    public string Path { get; set; } = "";

    /// <summary>Ends the history where the file got its name.</summary>
    [Parameter]
    public SwitchParameter NoRenames { get; set; }

    /// <summary>A condition in Bitbucket's query language, such as commit.date > 2026-01-01; the server checks it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Filter { get; set; }

    /// <summary>The field to sort by, such as commit.date; a minus before it reverses the order, and needs quotes: '-commit.date'.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Sort { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Emit(Repository, work =>
    {
        RepositoryId repository = ResolveRepository();
        string path = Path;
        work.Target = AddressOf(repository, path);
        ListPaging paging = new(PagingParameters, work, isServers: true);
        FileHistoryQuery query = new()
        {
            FollowsRenames = !NoRenames,
            Filter = Filter,
            Sort = Sort,
            Skip = paging.Skip,
            First = paging.First,
            Progress = work,
        };
        return paging.Read(ReadAsync(repository, FindCommit(repository), path, query));
    });

    private async IAsyncEnumerable<FileHistoryEntry> ReadAsync(RepositoryId repository, Lazy<Task<string>> commit, string path, FileHistoryQuery query)
    {
        string found = await commit.Value.ConfigureAwait(false);
        await foreach (FileHistoryEntry entry in Client.Source.ListHistoryAsync(repository, found, path, query, StopToken).ConfigureAwait(false))
        {
            yield return entry;
        }
    }
}
