namespace BitbucketPS.Sandbox.Tests;

/// <summary>Whether a request that goes wrong was carried out.</summary>
public class FaultWorkTests(FaultFixture sandbox) : IClassFixture<FaultFixture>
{
    // Those that no client stays with to the end have tests of their own.
    public static TheoryData<SandboxFaultKind, bool> Kinds { get; } = new(
        from kind in Enum.GetValues<SandboxFaultKind>()
        where kind is not (SandboxFaultKind.Stall or SandboxFaultKind.StallBeforeAnswer or SandboxFaultKind.SlowDrip)
        from after in new[] { false, true }
        select (kind, after));

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Write_is_carried_out_only_before_the_fault(SandboxFaultKind kind, bool after)
    {
        string name = $"work/{kind}-{after}";
        SandboxFaultRule rule = sandbox.Server.Faults.Add(new() { Kind = kind, Method = "POST", AfterTheWork = after, Size = 1000 });

        await sandbox.TryCreateAsync(name);

        Assert.Equal(1, rule.Hits);
        Assert.Equal(after, await sandbox.HasBranchAsync(name));
    }
}
