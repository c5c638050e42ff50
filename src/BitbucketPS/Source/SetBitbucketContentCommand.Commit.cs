using System.Globalization;

namespace BitbucketPS.Cmdlets;

/// <content>How they are committed.</content>
public sealed partial class SetBitbucketContentCommand
{
    private IReadOnlyList<SourceFile> _files = [];

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        base.BeginProcessing();

        // The same for every repository: read once, and before anything is sent to any.
        RunOrThrow(target: null, () => _files = ReadFiles());
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

    private IReadOnlyList<SourceFile> ReadFiles() => ParameterSetName switch
    {
        FileSet => [Marked(LocalContent.OfFile(GetUnresolvedProviderPathFromPSPath(SourcePath), Path!))],
        FolderSet => LocalContent.OfFolder(GetUnresolvedProviderPathFromPSPath(Folder), Path ?? ""),
        _ when Path is not null => [Marked(new(Path, LocalContent.OfValue(Value, Path)))],
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
