namespace BitbucketPS.Client.Tests.Simulation;

/// <summary>Tests that run while no other does: they listen to the whole process, or keep it busy.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
