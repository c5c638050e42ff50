using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>Pipelines advance with the clock of the sandbox, and only with it.</summary>
public class PipelineStateTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Pipeline_goes_through_its_states_as_the_clock_passes()
    {
        // A step of one command takes ten seconds, and nothing begins in the first three.
        string pipeline = await sandbox.StartAsync("nightly");
        List<string> states = [];
        foreach (int seconds in (int[])[0, 4, 5, 5])
        {
            sandbox.Clock.Advance(TimeSpan.FromSeconds(seconds));
            states.Add($"{await sandbox.StateAsync(pipeline)}, {Assert.Single(await sandbox.StepStatesAsync(pipeline))}");
        }

        Assert.Equal(
            ["PENDING, PENDING", "IN_PROGRESS RUNNING, IN_PROGRESS", "IN_PROGRESS RUNNING, IN_PROGRESS", "COMPLETED SUCCESSFUL, COMPLETED SUCCESSFUL"], states);
    }

    [Fact]
    public async Task Completed_pipeline_says_when_and_how_long()
    {
        string pipeline = await sandbox.StartAsync("nightly");
        JsonNode before = (await sandbox.GetAsync(pipeline)).Json;
        sandbox.Clock.Advance(TimeSpan.FromMinutes(1));

        JsonNode after = (await sandbox.GetAsync(pipeline)).Json;

        Assert.Null(before["completed_on"]);
        Assert.Equal(13, (PipelineCalls.Time(after["completed_on"]) - PipelineCalls.Time(after["created_on"])).TotalSeconds);
        Assert.Equal(13, (int?)after["duration_in_seconds"]);
        Assert.Equal(10, (int?)after["build_seconds_used"]);
        Assert.EndsWith("Z", (string?)after["created_on"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Variable_makes_the_last_step_fail()
    {
        string pipeline = await sandbox.StartAsync("nightly", """{"key": "SANDBOX_RESULT", "value": "FAILED"}""");
        sandbox.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("COMPLETED FAILED", await sandbox.StateAsync(pipeline));
        Assert.Equal(["COMPLETED FAILED"], await sandbox.StepStatesAsync(pipeline));
    }

    [Fact]
    public async Task Variable_says_how_long_each_step_takes()
    {
        string pipeline = await sandbox.StartAsync("nightly", """{"key": "SANDBOX_SECONDS", "value": "600"}""");
        sandbox.Clock.Advance(TimeSpan.FromSeconds(602));
        string before = await sandbox.StateAsync(pipeline);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(("IN_PROGRESS RUNNING", "COMPLETED SUCCESSFUL"), (before, await sandbox.StateAsync(pipeline)));
    }

    [Fact]
    public async Task Parallel_steps_run_together_and_the_next_one_waits_for_both()
    {
        string pipeline = await sandbox.StartAsync(variables: """{"key": "SANDBOX_SECONDS", "value": "10"}""");
        sandbox.Clock.Advance(TimeSpan.FromSeconds(14));

        Assert.Equal(["COMPLETED SUCCESSFUL", "IN_PROGRESS", "IN_PROGRESS", "PENDING"], await sandbox.StepStatesAsync(pipeline));
    }

    [Fact]
    public async Task Manual_step_pauses_the_pipeline_until_it_is_stopped()
    {
        string pipeline = await sandbox.StartAsync("release");
        sandbox.Clock.Advance(TimeSpan.FromHours(0.5));
        string paused = await sandbox.StateAsync(pipeline);
        string[] steps = await sandbox.StepStatesAsync(pipeline);
        Answer stop = await sandbox.PostAsync(pipeline + "/stopPipeline", "");

        Assert.Equal("IN_PROGRESS PAUSED", paused);
        Assert.Equal(["COMPLETED SUCCESSFUL", "PENDING"], steps);
        Assert.Equal(HttpStatusCode.NoContent, stop.Status);
        Assert.Equal("COMPLETED STOPPED", await sandbox.StateAsync(pipeline));
        Assert.Equal(["COMPLETED SUCCESSFUL", "COMPLETED NOT_RUN"], await sandbox.StepStatesAsync(pipeline));
    }

    [Fact]
    public async Task Stopped_pipeline_stays_as_it_was_stopped()
    {
        string pipeline = await sandbox.StartAsync();
        sandbox.Clock.Advance(TimeSpan.FromSeconds(5));
        Answer stop = await sandbox.SendAsync("POST", pipeline + "/stopPipeline", sandbox.As("asha"), SandboxFixture.Json(""));
        sandbox.Clock.Advance(TimeSpan.FromMinutes(10));

        JsonNode json = (await sandbox.GetAsync(pipeline)).Json;

        Assert.Equal(HttpStatusCode.NoContent, stop.Status);
        Assert.Equal("asha", (string?)json["state"]!["result"]!["terminator"]!["nickname"]);
        Assert.Equal(5, (int?)json["duration_in_seconds"]);
        Assert.Equal(
            ["COMPLETED STOPPED", "COMPLETED NOT_RUN", "COMPLETED NOT_RUN", "COMPLETED NOT_RUN"], await sandbox.StepStatesAsync(pipeline));
    }

    [Fact]
    public async Task Completed_pipeline_cannot_be_stopped()
    {
        string pipeline = await sandbox.StartAsync("nightly");
        sandbox.Clock.Advance(TimeSpan.FromMinutes(1));

        Answer answer = await sandbox.PostAsync(pipeline + "/stopPipeline", "");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("COMPLETED SUCCESSFUL", await sandbox.StateAsync(pipeline));
    }
}
