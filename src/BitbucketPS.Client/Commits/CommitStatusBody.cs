namespace BitbucketPS;

/// <summary>The body that makes or changes a status.</summary>
internal sealed record CommitStatusBody(string? Key, string? State, string? Url, string? Name, string? Description, string? Refname)
{
    public static CommitStatusBody Of(string? key, CommitStatusChange change)
        => new(key, change.State, change.Url, change.Name, change.Description, change.Refname);
}
