using System.IO.Enumeration;
using System.Text;

namespace BitbucketPS.Cmdlets;

/// <summary>Files of this machine as what is to be committed.</summary>
internal static class LocalContent
{
    private const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>One file.</summary>
    /// <exception cref="BitbucketException">It cannot be read.</exception>
    public static SourceFile OfFile(string file, string path) => Read(file, () =>
    {
        RegularFile.Require(file);
        return new SourceFile(path, File.ReadAllBytes(file)) { IsExecutable = IsExecutable(file) };
    });

    /// <summary>All files of a folder and of those below it, but for git's own.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="below">The directory of the repository that it becomes.</param>
    /// <exception cref="BitbucketException">There is no such folder, no file in it, or one that cannot be read.</exception>
    public static IReadOnlyList<SourceFile> OfFolder(string folder, string below)
    {
        string prefix = below.Trim('/') is { Length: > 0 } directory ? $"{directory}/" : "";
        SourceFile[] files = Read(folder, () => FilesIn(folder).Select(file => OfEntry(file, prefix + InRepository(folder, file))).ToArray());
        return files.Length > 0 ? files : throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"'{folder}' holds no file.");
    }

    private static SourceFile OfEntry(string file, string path)
        => new FileInfo(file).LinkTarget is { } target
            ? new(path, Encoding.UTF8.GetBytes(target)) { IsLink = true }
            : OfFile(file, path);

    // Links are committed as links, whatever they lead to: following them could go round in circles.
    private static IEnumerable<string> FilesIn(string folder)
        => new FileSystemEnumerable<string>(
            folder,
            (ref FileSystemEntry entry) => entry.ToFullPath(),
            new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !IsGits(ref entry) && (!entry.IsDirectory || IsLink(ref entry)),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsGits(ref entry) && !IsLink(ref entry),
        }.Order(StringComparer.Ordinal);

    private static bool IsGits(ref FileSystemEntry entry) => entry.FileName.Equals(".git", StringComparison.OrdinalIgnoreCase);

    private static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    private static string InRepository(string folder, string file) => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');

    private static bool IsExecutable(string file) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & AnyExecute) != UnixFileMode.None;

    private static T Read<T>(string file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BitbucketException(BitbucketErrorKind.FileFailed, $"'{file}' cannot be read. {e.Message}", e)
            {
                RecommendedAction = "Nothing was sent. Give the path of what is there and may be read.",
            };
        }
    }
}
