using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>Quirks that are switched while the sandbox runs; each test has a sandbox of its own.</summary>
public sealed class PipelineQuirkTests : IAsyncLifetime
{
    private readonly SandboxFixture _sandbox = new();

    public ValueTask InitializeAsync() => _sandbox.InitializeAsync();

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Fact]
    public async Task Pages_of_pipelines_say_next_where_the_quirk_is_off()
    {
        _sandbox.Options.Quirks.Set(SandboxQuirk.PipelinePagesWithoutNext, isOn: false);

        JsonNode page = (await _sandbox.GetAsync(PipelineCalls.Pipelines + "?pagelen=3")).Json;

        Assert.EndsWith("page=2", (string?)page["next"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Newest_pipelines_come_first_where_the_quirk_is_off()
    {
        _sandbox.Options.Quirks.Set(SandboxQuirk.OldestPipelinesFirst, isOn: false);

        JsonNode page = (await _sandbox.GetAsync(PipelineCalls.Pipelines)).Json;

        Assert.Equal(4, (int?)page["values"]![0]!["build_number"]);
    }

    [Theory]
    [InlineData(true, 10)]
    [InlineData(false, 1)]
    public async Task Page_length_of_steps_is_heeded_only_where_the_quirk_is_off(bool isOn, int length)
    {
        _sandbox.Options.Quirks.Set(SandboxQuirk.StepPagesIgnoreLength, isOn);

        JsonNode page = (await _sandbox.GetAsync(await _sandbox.StartAsync() + "/steps?pagelen=1")).Json;

        Assert.Equal(length, (int?)page["pagelen"]);
        Assert.Equal(Math.Min(length, 4), page["values"]!.AsArray().Count);
    }

    [Fact]
    public async Task Last_page_of_variables_says_next_only_where_the_quirk_is_on()
    {
        const string Variables = PipelineCalls.Api + "/pipelines_config/variables";
        JsonNode usual = (await _sandbox.GetAsync(Variables)).Json;
        _sandbox.Options.Quirks.Set(SandboxQuirk.VariablePagesNeverEnd, isOn: true);
        JsonNode endless = (await _sandbox.GetAsync(Variables)).Json;
        string next = (string)endless["next"]!;
        JsonNode beyond = (await _sandbox.GetAsync(next[_sandbox.Origin.Length..])).Json;

        Assert.Null(usual["next"]);
        Assert.Empty(beyond["values"]!.AsArray());
        Assert.EndsWith("page=3", (string?)beyond["next"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_lead_to_another_host_only_where_the_quirk_is_on()
    {
        _sandbox.Options.Quirks.Set(SandboxQuirk.PipelineLinksLeadElsewhere, isOn: true);

        string link = (string)(await _sandbox.GetAsync(await _sandbox.StartAsync())).Json["links"]!["self"]!["href"]!;

        Assert.StartsWith("http://bitbucket-pipelines.invalid//rest/1.0/accounts/{", link, StringComparison.Ordinal);
    }

    [Fact]
    public void Reset_brings_the_usual_quirks_back()
    {
        SandboxQuirks quirks = new();
        quirks.Set(SandboxQuirk.PipelinePagesWithoutNext, isOn: false);
        quirks.Set(SandboxQuirk.VariablePagesNeverEnd, isOn: true);
        quirks.Reset();

        Assert.True(quirks.IsOn(SandboxQuirk.PipelinePagesWithoutNext));
        Assert.False(quirks.IsOn(SandboxQuirk.VariablePagesNeverEnd));
    }
}
