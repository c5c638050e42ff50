namespace BitbucketPS.Sandbox.Tests;

/// <summary>Why the sandbox does not answer some properties that the service once answered.</summary>
internal static class RecordedReasons
{
    // What the path ends with, and why it is not there.
    private static readonly (string End, string Reason)[] s_reasons =
    [
        ("user.username", "The names of users went out of the API in 2019."),
        ("author.username", "The same."),
        ("links.issues", "Issues went out of the API in August 2026."),
        ("links.issues.href", "The same."),
        ("owner.account_id", "The owner of a workspace's repository is what the API calls a team; in the recording it is a person."),
        ("owner.nickname", "The same."),
        ("links.followers", "People cannot be followed any more; the API has no such operation."),
        ("links.followers.href", "The same."),
        ("links.following", "The same."),
        ("links.following.href", "The same."),
        ("links.snippets", "Snippets are found by workspace."),
        ("links.snippets.href", "The same."),
        ("Values", "The stored answer has its names in capitals, which is not how the service writes them."),
        ("Values.email", "The same."),
        ("Values.is_primary", "The same."),
        ("error", "An error is no answer to a valid request; those are held in the tests of each group."),
        ("error.message", "The same."),
    ];

    // Where it is one operation that is different.
    private static readonly (string File, string Path, string Reason)[] s_reasonsOfFiles =
    [
        ("goscm-user.json", "links.hooks", "People have no webhooks: the API has no such operation."),
        ("goscm-commits-page.json", "page", "Whoever stored the answer has changed its paging; the description says that commits have none."),
        ("goscm-pullrequest-diffstat.json", "", "The answer is that of the redirect, which the sandbox sends too."),
        ("atlpy-pipeline-created.json", "", "It was stopped before it was stored; a new one has no result."),
        ("atlpy-repository-created.json", "mainbranch", "Recorded after the first push; before it there is none."),
    ];

    /// <summary>Whether there is a reason for a property not to be there.</summary>
    /// <param name="file">The recorded answer.</param>
    /// <param name="path">The property.</param>
    public static bool Explain(string file, string path)
        => s_reasons.Any(reason => string.Equals(path, reason.End, StringComparison.Ordinal) || path.EndsWith("." + reason.End, StringComparison.Ordinal))
            || s_reasonsOfFiles.Any(reason => string.Equals(file, reason.File, StringComparison.Ordinal) && path.StartsWith(reason.Path, StringComparison.Ordinal));
}
