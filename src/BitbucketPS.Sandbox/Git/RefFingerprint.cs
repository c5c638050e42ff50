namespace BitbucketPS.Sandbox;

/// <summary>
/// Tells whether the refs of a repository are still those that were read. Whoever changes a loose ref puts a lock beside it and renames
/// that, so the folder changes with it; packed refs are one file.
/// </summary>
/// <param name="Text">What is compared.</param>
/// <param name="IsSettled">Whether the last change is so long ago that another one would show. File systems count in steps.</param>
internal sealed record RefFingerprint(string Text, bool IsSettled)
{
    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(50);

    /// <summary>The fingerprint of now.</summary>
    /// <param name="repository">The folder that holds <c>HEAD</c> and <c>refs</c>.</param>
    public static RefFingerprint Take(string repository)
    {
        DateTime now = DateTime.UtcNow;
        FileInfo packed = new(Path.Combine(repository, "packed-refs"));
        List<string> parts = [packed.Exists ? $"{packed.LastWriteTimeUtc.Ticks} {packed.Length}" : ""];
        DateTime newest = packed.Exists ? packed.LastWriteTimeUtc : DateTime.MinValue;
        DirectoryInfo refs = new(Path.Combine(repository, "refs"));
        foreach (DirectoryInfo folder in refs.EnumerateDirectories("*", SearchOption.AllDirectories).OrderBy(folder => folder.FullName, StringComparer.Ordinal))
        {
            DateTime written = folder.LastWriteTimeUtc;
            newest = written > newest ? written : newest;
            parts.Add(FormattableString.Invariant($"{folder.FullName} {written.Ticks}"));
        }

        return new(string.Join('\n', parts), now - newest > s_step);
    }
}
