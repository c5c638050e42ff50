namespace BitbucketPS.Sandbox;

/// <summary>The greatest permission that somebody has on a repository, from wherever it comes.</summary>
internal sealed record EffectivePermission(Account Account, HostedRepository Repository, AccessLevel Level);
