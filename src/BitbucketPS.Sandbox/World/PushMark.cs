namespace BitbucketPS.Sandbox;

/// <summary>
/// Marks repositories that were pushed to. A crash can come between git and the journal, and what git took is not taken back, unlike what
/// requests of the API do (<see cref="RefUndo"/>). The next start has to look at these, and at no others, which may be very many.
/// </summary>
internal static class PushMark
{
    private const string FileName = "sandbox-pushed";

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
