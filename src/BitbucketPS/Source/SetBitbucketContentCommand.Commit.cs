using System.Globalization;
using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <content>How they are committed.</content>
public sealed partial class SetBitbucketContentCommand
{
    private IReadOnlyList<SourceFile> _files = [];

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        base.BeginProcessing();

        // The same for every repository: read once, and before anything is asked, or sent to any.
        RunOrThrow(target: null, () =>
        {
            try
            {
                _files = ReadFiles();
            }
            catch (BitbucketException e) when (e.Kind == BitbucketErrorKind.FileFailed)
            {
                ThrowUnread(ErrorRecords.From(e, target: null));
            }
        });
    }

    /// <inheritdoc />
    protected override void ProcessRecord() => Change(Repository, work =>
    {
        RepositoryId repository = ResolveRepository();
        work.Target = Branch is null ? $"{repository}" : $"{repository}:{Branch}";
        return CommitAsync(work, repository, new()
        {
            Message = Message,
            Branch = Branch,
            Parent = Parent,
            Author = Author,
            Files = _files,
            Deleted = Delete,
        });
    });

    // Of files that failed, most could not be written; these could not be read.
    private void ThrowUnread(ErrorRecord error)
        => ThrowTerminatingError(new(error.Exception, $"{BitbucketErrorKind.FileFailed}", ErrorCategory.ReadError, targetObject: null)
        {
            ErrorDetails = error.ErrorDetails,
        });

    private IReadOnlyList<SourceFile> ReadFiles()
    {
        IReadOnlyList<SourceFile> files = ReadContents();
        HashSet<string> written = [.. files.Select(file => BitbucketPS.SourcePath.OfFile(file.Path))];
        string? both = Array.Find(Delete, path => written.Contains(BitbucketPS.SourcePath.OfFile(path)));
        return both is null ? files : throw new BitbucketException(
            BitbucketErrorKind.InvalidArgument, $"'{both}' cannot be written and deleted in the same commit.")
        {
            RecommendedAction = "Leave it out of -Delete, or do not give its content.",
        };
    }

    private IReadOnlyList<SourceFile> ReadContents() => ParameterSetName switch
    {
        FileSet => [Marked(LocalContent.OfFile(LocalPath.Of(this, SourcePath!), Path!))],
        FolderSet => LocalContent.OfFolder(LocalPath.Of(this, Folder!), Path ?? ""),
        _ when Path is not null => [Marked(new(Path, GivenContent.Of(Value, Path)))],
        _ when Delete.Length > 0 && !MyInvocation.BoundParameters.ContainsKey(nameof(Value)) => [],
        _ => throw new BitbucketException(BitbucketErrorKind.InvalidArgument, "Nothing says what to commit.")
        {
            RecommendedAction = "Give -Path with -Value or -SourcePath, or -Folder, or -Delete.",
        },
    };

    private SourceFile Marked(SourceFile file) => Executable ? file with { IsExecutable = true } : file;

    private async IAsyncEnumerable<Commit> CommitAsync(InputWork work, RepositoryId repository, SourceChange change)
    {
        string? branch = change.Branch ?? (await Client.Repositories.GetAsync(repository, StopToken).ConfigureAwait(false)).MainBranch;
        string target = branch is null ? $"{repository}" : $"{repository}:{branch}";
        if (await work.AskAsync(target, Describe(change)).ConfigureAwait(false))
        {
            yield return await Client.Source.CommitAsync(repository, change, StopToken).ConfigureAwait(false);
        }
    }

    private static string Describe(SourceChange change)
    {
        string files = Count(change.Files.Count);
        return change.Deleted.Count == 0 ? $"Commit {files}"
            : change.Files.Count == 0 ? $"Commit without {Count(change.Deleted.Count)}"
            : $"Commit {files}, and without {Count(change.Deleted.Count)}";
    }

    private static string Count(int files) => files == 1 ? "1 file" : string.Create(CultureInfo.InvariantCulture, $"{files} files");
}
