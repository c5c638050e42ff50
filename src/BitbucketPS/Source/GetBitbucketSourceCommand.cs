using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Lists files and directories of a repository.
/// </summary>
/// <remarks>
/// <para>
/// A path is looked up: of a file its own entry is written, of a directory what it holds. A slash at its end, or a wildcard, says that
/// a directory is meant, and saves a request. Wildcards may stand in any part of the path, and match within that part; with -Recurse,
/// wildcards in the last part alone are for the names of what lies anywhere below.
/// </para>
/// <para>
/// -Recurse reads whole trees with few requests. If the service gives up on a large one, it is read in smaller parts.
/// </para>
/// </remarks>
/// <example>
/// <summary>Lists the root of the main branch.</summary>
/// <code>Get-BitbucketSource demo/website</code>
/// </example>
/// <example>
/// <summary>Lists all files below a directory.</summary>
/// <code>Get-BitbucketSource demo/website src -Recurse -File</code>
/// </example>
/// <example>
/// <summary>Finds all Markdown files of a branch.</summary>
/// <code>Get-BitbucketSource demo/api *.md -Recurse -Commit develop</code>
/// </example>
/// <example>
/// <summary>Finds the repositories that have no README in their root.</summary>
/// <code>Get-BitbucketRepository demo/* | Where-Object { -not ($_ | Get-BitbucketSource -Path README* -First 1) }</code>
/// </example>
/// <example>
/// <summary>Lists what has "app" in its path, the last path first.</summary>
/// <code>Get-BitbucketSource demo/website -Recurse -Filter 'path ~ "app"' -Sort '-path'</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BitbucketSource", SupportsPaging = true)]
[OutputType(typeof(SourceEntry))]
[UsesOperation(nameof(SourceOperations.GetSource))]
[UsesOperation(nameof(SourceOperations.GetSourceRoot), Without = nameof(Commit))]
[UsesOperation(nameof(CommitOperations.ListCommits), With = nameof(Commit))]
public sealed partial class GetBitbucketSourceCommand : BitbucketSourceCommand
{
    private const string FilesOnly = "type = \"commit_file\"";
    private const string DirectoriesOnly = "type = \"commit_directory\"";

    private bool _isTyped;

    /// <summary>The path of a file or a directory, in which wildcards may stand; by default the root.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ValidateNotNull]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SourceCompleter))]
    public string Path { get; set; } = "";

    /// <summary>Lists what lies in the directories below too.</summary>
    [Parameter]
    public SwitchParameter Recurse { get; set; }

    /// <summary>Lists files only.</summary>
    [Parameter]
    public SwitchParameter File { get; set; }

    /// <summary>Lists directories only.</summary>
    [Parameter]
    public SwitchParameter Directory { get; set; }

    /// <summary>A condition in Bitbucket's query language, such as path ~ "test"; the server checks it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Filter { get; set; }

    /// <summary>The field to sort by, such as path; a minus before it reverses the order, and needs quotes: '-path'.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Sort { get; set; }

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        base.BeginProcessing();

        // What is piped is the path of something that exists, whatever letters are in it.
        _isTyped = MyInvocation.BoundParameters.ContainsKey(nameof(Path));
    }

    /// <inheritdoc />
    protected override void ProcessRecord() => Emit(Repository, work =>
    {
        RepositoryId repository = ResolveRepository();
        SourcePattern pattern = new(Path, isLiteral: !_isTyped, Recurse);
        work.Target = AddressOf(repository, Path);
        ListPaging paging = new(PagingParameters, work, isServers: pattern.IsEverything);
        SourceQuery query = new()
        {
            Depth = pattern.Depth,
            Filter = QueryText.All(Filter, File == Directory ? null : File ? FilesOnly : DirectoriesOnly, pattern.Condition),
            Sort = Sort,
            Skip = paging.Skip,
            First = paging.First,
            Progress = work,
        };
        return paging.Read(
            ReadAsync(repository, FindCommit(repository), pattern, query),
            pattern.IsEverything ? null : pattern.IsMatch);
    });
}
