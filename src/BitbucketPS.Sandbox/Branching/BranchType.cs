namespace BitbucketPS.Sandbox;

/// <summary>One of the four sorts of branches that begin alike.</summary>
/// <param name="Kind"><c>feature</c>, <c>bugfix</c>, <c>release</c> or <c>hotfix</c>.</param>
/// <param name="Prefix">What the names of its branches begin with.</param>
/// <param name="IsEnabled">Whether it counts.</param>
internal sealed record BranchType(string Kind, string Prefix, bool IsEnabled);
