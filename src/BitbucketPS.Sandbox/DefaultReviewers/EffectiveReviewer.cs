namespace BitbucketPS.Sandbox;

/// <summary>A default reviewer of a repository, and why they are one.</summary>
/// <param name="Account">Who.</param>
/// <param name="Type"><c>repository</c> or <c>project</c>: where they were named.</param>
internal sealed record EffectiveReviewer(Account Account, string Type);
