using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Reads files of a repository.
/// </summary>
/// <remarks>
/// <para>
/// Each file is one text, as Get-Content -Raw gives it: read as UTF-8, unless it begins with the mark of another encoding. With
/// -AsByteStream it is one array of bytes, and with -OutFile it is written to disk, byte by byte. Files that are piped, such as
/// those of Get-BitbucketSource, are read as they are in their commit.
/// </para>
/// </remarks>
/// <example>
/// <summary>Reads a file of the main branch.</summary>
/// <code>Get-BitbucketContent demo/website README.md</code>
/// </example>
/// <example>
/// <summary>Reads a file as it is on another branch.</summary>
/// <code>Get-BitbucketContent demo/api README.md -Commit release/1.0</code>
/// </example>
/// <example>
/// <summary>Finds the files that speak of something.</summary>
/// <code>Get-BitbucketSource demo/website -Recurse -File | Where-Object { ($_ | Get-BitbucketContent) -match 'licen[cs]e' }</code>
/// </example>
/// <example>
/// <summary>Copies a whole directory into a folder that is there.</summary>
/// <code>Get-BitbucketSource demo/website src -Recurse -File | Get-BitbucketContent -OutFile $env:TEMP/website</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BitbucketContent", DefaultParameterSetName = TextSet)]
[OutputType(typeof(string), typeof(byte[]))]
[UsesOperation(nameof(SourceOperations.GetSource))]
[UsesOperation(nameof(SourceOperations.GetSourceRoot), Without = nameof(Commit))]
[UsesOperation(nameof(CommitOperations.ListCommits), With = nameof(Commit))]
public sealed class GetBitbucketContentCommand : BitbucketSourceCommand
{
    private const string TextSet = "Text";
    private const string BytesSet = "Bytes";
    private const string FileSet = "File";

    private DownloadPlace? _place;

    /// <summary>The paths of files.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SourceCompleter))]
    public string[] Path { get; set; } = [];

    /// <summary>Writes each file as one array of bytes.</summary>
    [Parameter(Mandatory = true, ParameterSetName = BytesSet)]
    public SwitchParameter AsByteStream { get; set; }

    /// <summary>
    /// Writes to this file, byte by byte; one that is there is replaced once the new one is complete. For several files, give a folder
    /// that is there: each gets its path below it.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = FileSet)]
    [ValidateNotNullOrEmpty]
    public string? OutFile { get; set; }

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (OutFile is not null)
        {
            RunOrThrow(target: null, () => _place = new(LocalPath.Of(this, OutFile)));
        }
    }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (string path in Path)
        {
            Emit(Repository, work => Read(work, path));
        }
    }

    private IAsyncEnumerable<object?> Read(InputWork work, string path)
    {
        RepositoryId repository = ResolveRepository();
        work.Target = AddressOf(repository, path);
        Lazy<Task<string>> commit = FindCommit(repository);
        return _place is not null ? _place.Save(path, CopyAsync, StopToken)
            : AsByteStream ? CopiedBytes.Bytes(CopyAsync) : CopiedBytes.Text(CopyAsync);

        async Task CopyAsync(Stream destination)
            => await Client.Source.CopyFileAsync(repository, await commit.Value.ConfigureAwait(false), path, destination, StopToken).ConfigureAwait(false);
    }
}
