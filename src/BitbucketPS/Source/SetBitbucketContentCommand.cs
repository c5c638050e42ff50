using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Adds, changes and deletes files of a repository in one commit, without a clone.
/// </summary>
/// <remarks>
/// <para>
/// The content is a text or bytes (-Value), a file of this machine (-SourcePath), or a whole folder (-Folder), whose files go below
/// -Path under their names; on Linux and macOS, files that may be run stay so, and symbolic links stay links. What else is in that
/// directory of the repository stays, unless -Delete names it. Everything is read before anything is sent, and a commit
/// comes about as a whole or not at all.
/// </para>
/// <para>
/// A branch that does not exist is made, at -Parent or else at the newest commit of the main branch. With the hash of a branch's
/// newest commit as -Parent, the commit is refused if somebody else has added one meanwhile. Whether files that are the same as
/// before make a commit of their own is for the service to decide; the commit that it names is written.
/// </para>
/// <para>
/// Repositories that are piped get the same commit each.
/// </para>
/// </remarks>
/// <example>
/// <summary>Writes a file on the main branch.</summary>
/// <code>Set-BitbucketContent demo/docs CODEOWNERS -Value '* @demo/docs' -Message 'Say who owns what'</code>
/// </example>
/// <example>
/// <summary>Changes a file and deletes another on a new branch.</summary>
/// <code>Set-BitbucketContent demo/docs guide.md -Value '# Guide' -Delete index.md -Branch chore/tidy -Message 'Tidy up'</code>
/// </example>
/// <example>
/// <summary>Copies a folder into every repository, each on a branch of its own.</summary>
/// <code>Get-BitbucketRepository demo/* | Set-BitbucketContent -Folder $env:TEMP/templates -Path .templates -Branch chore/templates -Message 'Share templates'</code>
/// </example>
/// <example>
/// <summary>Changes a file only if nobody else has changed the branch.</summary>
/// <code>$main = Get-BitbucketBranch demo/docs main
/// $text = Get-BitbucketContent demo/docs index.md -Commit $main.Target.Hash
/// Set-BitbucketContent demo/docs index.md -Value ($text + "More.") -Parent $main.Target.Hash -Message 'Say more'</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "BitbucketContent", SupportsShouldProcess = true, DefaultParameterSetName = ValueSet)]
[OutputType(typeof(Commit))]
[UsesOperation(nameof(SourceOperations.CreateSourceCommit))]
[UsesOperation(nameof(CommitOperations.GetCommit))]
[UsesOperation(nameof(RepositoryOperations.GetRepository), Without = nameof(Branch))]
[UsesOperation(nameof(CommitOperations.ListCommits), With = nameof(Parent))]
public sealed partial class SetBitbucketContentCommand : BitbucketRepositoryCommand
{
    private const string ValueSet = "Value";
    private const string FileSet = "File";
    private const string FolderSet = "Folder";

    // Not bound by property name: a piped branch would have its repository's main branch written to.
    /// <inheritdoc />
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [RepositoryTransformation]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(RepositoryCompleter))]
    public override RepositoryIdentity? Repository { get; set; }

    /// <summary>The path of the file in the repository; for a folder, that of the directory it becomes, by default the root.</summary>
    [Parameter(Position = 1, ParameterSetName = ValueSet)]
    [Parameter(Position = 1, ParameterSetName = FileSet, Mandatory = true)]
    [Parameter(Position = 1, ParameterSetName = FolderSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SourceCompleter))]
    public string? Path { get; set; }

    /// <summary>The content of the file: a text, bytes, or several texts as its lines.</summary>
    [Parameter(Position = 2, ParameterSetName = ValueSet)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object? Value { get; set; }

    /// <summary>A file of this machine with the content.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FileSet)]
    [ValidateNotNullOrEmpty]
    public string? SourcePath { get; set; }

    /// <summary>A folder of this machine, whose files are committed, those in the folders below it too.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FolderSet)]
    [ValidateNotNullOrEmpty]
    public string? Folder { get; set; }

    /// <summary>The paths of files to delete in the same commit; without content, nothing else is done.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SourceCompleter))]
    public string[] Delete { get; set; } = [];

    /// <summary>Lets the file be run as a program.</summary>
    [Parameter(ParameterSetName = ValueSet)]
    [Parameter(ParameterSetName = FileSet)]
    public SwitchParameter Executable { get; set; }

    /// <summary>The message of the commit.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string Message { get; set; } = "";

    /// <summary>The branch that the commit is added to, or that is made for it; by default the main branch.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BranchCompleter))]
    public string? Branch { get; set; }

    /// <summary>The commit that the new one follows: a hash, or the name of a branch or a tag; by default the newest of the branch.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BranchCompleter))]
    public string? Parent { get; set; }

    /// <summary>Who wrote the commit, as 'Name &lt;e-mail&gt;'; by default the account that is signed in.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Author { get; set; }
}
