namespace BitbucketPS.Sandbox;

/// <summary>The last number that was given to something, such as the pull requests of a repository.</summary>
/// <param name="Id">What is counted.</param>
/// <param name="Value">The number.</param>
internal sealed record Counter(string Id, int Value) : IEntity;
