namespace BitbucketPS;

/// <summary>What was read of a list that the service cannot search.</summary>
/// <param name="Items">The items, from its beginning on.</param>
/// <param name="IsWhole">True if these are all of them.</param>
/// <param name="Begun">When the first was read.</param>
internal sealed record CompletionList<T>(IReadOnlyList<T> Items, bool IsWhole, long Begun);
