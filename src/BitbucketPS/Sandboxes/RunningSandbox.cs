namespace BitbucketPS;

/// <summary>A sandbox that has just answered.</summary>
/// <param name="Entry">What it says of itself.</param>
/// <param name="Leases">How many sessions held it then.</param>
internal sealed record RunningSandbox(SandboxEntry Entry, int Leases);
