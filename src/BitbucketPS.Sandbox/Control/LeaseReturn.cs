namespace BitbucketPS.Sandbox;

/// <summary>What became of a lease that was given back.</summary>
/// <param name="Left">How many others there are.</param>
/// <param name="Ends">Whether the sandbox ends for it.</param>
internal sealed record LeaseReturn(int Left, bool Ends);
