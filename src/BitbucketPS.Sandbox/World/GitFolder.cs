using System.Text.RegularExpressions;

namespace BitbucketPS.Sandbox;

/// <summary>
/// Which folder the repositories are in. An import puts its own into another one beside it, and then changes this: they take
/// the place of the old ones at once.
/// </summary>
/// <param name="Name">Below the folder of everything.</param>
internal sealed partial record GitFolder(string Name) : ILocalEntity
{
    private const string TheId = "git";

    /// <inheritdoc/>
    public string Id => TheId;

    /// <summary>The one in use; null if nothing was kept yet.</summary>
    public static GitFolder? Find(Data data) => data.Find<GitFolder>(TheId);

    /// <summary>One that is not in use.</summary>
    public static GitFolder Make() => new($"sandbox-git-{Guid.NewGuid():N}");

    /// <summary>Whether a folder was made to be one. It may be deleted when it is not in use, so nothing of a person's may look like it.</summary>
    public static bool IsName(string name) => Pattern().IsMatch(name);

    [GeneratedRegex("^sandbox-git-[0-9a-f]{32}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
