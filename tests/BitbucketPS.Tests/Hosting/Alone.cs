namespace BitbucketPS.Tests.Hosting;

/// <summary>Tests that run while no other does: they listen to the whole process.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
