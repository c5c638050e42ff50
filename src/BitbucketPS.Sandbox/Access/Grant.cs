namespace BitbucketPS.Sandbox;

/// <summary>That a person or a group has a permission on a repository or project, whose UUID owns this.</summary>
/// <param name="Holder">The UUID of the account, or <c>group:</c> and the slug.</param>
/// <param name="Level">What they may do.</param>
internal sealed record Grant(string Holder, AccessLevel Level) : IEntity
{
    private const string GroupPrefix = "group:";

    /// <inheritdoc/>
    public string Id => Holder;

    /// <summary>Whether a group has it.</summary>
    public bool IsOfGroup => Holder.StartsWith(GroupPrefix, StringComparison.Ordinal);

    /// <summary>The holder that stands for a group.</summary>
    public static string HolderOf(Group group) => GroupPrefix + group.Slug;
}
