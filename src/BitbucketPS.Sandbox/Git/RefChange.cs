namespace BitbucketPS.Sandbox;

/// <summary>The last change of branches and tags that was written down.</summary>
/// <param name="Change">What it is called in the file of <see cref="RefUndo"/>.</param>
internal sealed record RefChange(string Change) : ILocalEntity
{
    private const string TheId = "refs";

    /// <inheritdoc/>
    public string Id => TheId;

    /// <summary>The one that is remembered, or null.</summary>
    public static RefChange? Find(Data data) => data.Find<RefChange>(TheId);
}
