namespace BitbucketPS.Cmdlets;

/// <summary>What addresses a commit, for what a person is asked and told.</summary>
/// <param name="Repository">The repository.</param>
/// <param name="Commit">Its hash, or the name of a branch or a tag.</param>
internal sealed record CommitAddress(RepositoryId Repository, string Commit)
{
    /// <summary>A comment on it: <c>workspace/slug:hash#comment-7</c>, as the site has it.</summary>
    public string Comment(long id) => FormattableString.Invariant($"{this}#comment-{id}");

    /// <summary>A status of it: <c>workspace/slug:hash, status build</c>.</summary>
    public string Status(string key) => $"{this}, status {key}";

    /// <summary><c>workspace/slug:commit</c></summary>
    public override string ToString() => $"{Repository}:{Commit}";
}
