namespace BitbucketPS.Sandbox;

/// <summary>What is compared: two commits, the older first as git has it.</summary>
/// <param name="From">The full hash, or that of git's empty tree.</param>
/// <param name="To">The full hash.</param>
/// <param name="IsSingle">Whether one commit was asked for, against its first parent.</param>
internal sealed record DiffSpec(string From, string To, bool IsSingle)
{
    /// <summary>Reads the <c>spec</c> of the path: one commit, or <c>A..B</c>, which is git's <c>B..A</c> the wrong way round.</summary>
    /// <param name="call">The request; its <c>topic</c> says whether the two are compared, or the first with what both came from.</param>
    /// <param name="repository">Where.</param>
    /// <param name="isTopic">What holds without <c>topic</c>.</param>
    /// <exception cref="ApiException">404 for unknown commits.</exception>
    public static async Task<DiffSpec> ReadAsync(ApiCall call, HostedRepository repository, bool isTopic)
    {
        string[] revisions = call.Path("spec").Split("..", 2);
        string changed = await call.RequireRevisionAsync(repository, revisions[0]);
        if (revisions.Length == 1)
        {
            return new(await repository.Git.ReadBeforeAsync(changed, call.CancellationToken), changed, IsSingle: true);
        }

        string original = await call.RequireRevisionAsync(repository, revisions[1].TrimStart('.'));
        string? shared = call.Query.IsTrue("topic", isTopic)
            ? await repository.Git.MergeBaseAsync(original, changed, call.CancellationToken)
            : null;
        return new(shared ?? original, changed, IsSingle: false);
    }
}
