using System.Collections.Concurrent;

namespace BitbucketPS.Benchmarks.Server;

/// <summary>
/// The branches of every repository, made at the first request for it. Filling a template takes no longer than copying a
/// page that was kept, and a million branches need no more memory than a hundred.
/// </summary>
internal sealed class TemplateStore
{
    private readonly ConcurrentDictionary<(string Repository, string? Fields), BranchTemplate[]> _templates = new();

    /// <summary>The templates of a repository's branches; the branch of a number takes its turn among them.</summary>
    /// <param name="repository"><c>workspace/slug</c></param>
    /// <param name="fields">The query <c>fields</c>; null for whole objects.</param>
    /// <exception cref="FormatException">It cannot be honoured.</exception>
    public BranchTemplate[] Of(string repository, string? fields) => _templates.GetOrAdd((repository, fields), Make);

    private static BranchTemplate[] Make((string Repository, string? Fields) key)
    {
        FieldFilter? filter = key.Fields is null ? null : new(key.Fields);
        return [.. Enumerable.Range(0, BranchText.Variants)
            .Select(variant => BranchText.Make(key.Repository, variant))
            .Select(json => new BranchTemplate(filter?.Trim(json) ?? json))];
    }
}
