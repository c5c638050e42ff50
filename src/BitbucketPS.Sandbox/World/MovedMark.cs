namespace BitbucketPS.Sandbox;

/// <summary>
/// Marks repositories whose branches this process may have moved. A crash can come between git and the journal, and the next start has to
/// look at these, and at no others, which may be very many.
/// </summary>
internal static class MovedMark
{
    private const string FileName = "sandbox-moved";

    /// <summary>To be set before git moves anything.</summary>
    public static void Set(GitRepository git)
    {
        if (!IsSet(git))
        {
            File.Create(PathIn(git)).Dispose();
        }
    }

    public static bool IsSet(GitRepository git) => File.Exists(PathIn(git));

    public static void Clear(GitRepository git) => File.Delete(PathIn(git));

    private static string PathIn(GitRepository git) => Path.Combine(git.Path, FileName);
}
