namespace BitbucketPS.Sandbox;

/// <summary>What groups repositories inside a workspace.</summary>
/// <param name="Key">Short and in capitals.</param>
/// <param name="Name">For people.</param>
internal sealed record Project(string Key, string Name);
