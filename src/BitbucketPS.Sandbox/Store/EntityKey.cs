namespace BitbucketPS.Sandbox;

/// <summary>Where entities of one kind belong together.</summary>
/// <param name="Kind">The name of their type.</param>
/// <param name="Owner">What they belong to, such as the UUID of a repository; empty for the whole sandbox.</param>
internal readonly record struct EntityKey(string Kind, string Owner);
