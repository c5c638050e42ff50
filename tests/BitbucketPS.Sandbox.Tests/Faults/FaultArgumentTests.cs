namespace BitbucketPS.Sandbox.Tests;

public class FaultArgumentTests
{
    public static TheoryData<SandboxFaultKind> Kinds { get; } = new(Enum.GetValues<SandboxFaultKind>());

    [Fact]
    public void Everything_can_be_said()
    {
        SandboxFault fault = FaultArgument.Parse(
            "status,method=POST,path=/refs/,pattern=^/2,times=3,rate=0.25,seed=9,after,status=429,retry-after=a=b,delay=20,size=5,left=4,host=http://127.0.0.2:1");

        SandboxFault expected = new()
        {
            Kind = SandboxFaultKind.Status,
            Method = "POST",
            PathContains = "/refs/",
            PathPattern = "^/2",
            Times = 3,
            Rate = 0.25,
            Seed = 9,
            AfterTheWork = true,
            Status = 429,
            RetryAfter = "a=b",
            Delay = TimeSpan.FromMilliseconds(20),
            Size = 5,
            ItemsLeft = 4,
            OtherHost = new("http://127.0.0.2:1"),
        };
        Assert.Equal(expected, fault);
    }

    [Fact]
    public void Fault_may_last_for_ever() => Assert.Null(FaultArgument.Parse("reset,times=forever").Times);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Kind_has_a_name_that_the_help_knows(SandboxFaultKind kind)
    {
        string name = FaultArgument.NameOf(kind);

        Assert.Equal(kind, FaultArgument.Parse(name).Kind);
        Assert.Contains($" {name}", CommandLine.Help.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("surprise")]
    [InlineData("1")]
    [InlineData("reset,surprise")]
    [InlineData("reset,after=yes")]
    [InlineData("reset,times=0")]
    [InlineData("reset,times=many")]
    [InlineData("reset,times=99999999999")]
    [InlineData("reset,rate=2")]
    [InlineData("reset,pattern=(")]
    [InlineData("next-elsewhere,host=here")]
    public void Fault_that_makes_no_sense_is_named(string text)
    {
        FormatException error = Assert.Throws<FormatException>(() => FaultArgument.Parse(text));

        Assert.StartsWith("--fault ", error.Message, StringComparison.Ordinal);
    }
}
