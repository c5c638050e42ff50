namespace BitbucketPS.Client.Tests.Simulation;

/// <summary>
/// Tests that run while no other does: they listen to the whole process, keep it busy, or have a <see cref="SimulatedClock"/>, which
/// knows for certain that everybody waits only where nobody else does anything.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
