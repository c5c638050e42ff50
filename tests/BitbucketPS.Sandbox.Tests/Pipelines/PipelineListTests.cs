using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>The list of pipelines as it is seeded: four, of which the second failed and the third was stopped.</summary>
public class PipelineListTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Theory]
    [InlineData("", "1 2 3 4")]
    [InlineData("?sort=created_on", "1 2 3 4")]
    [InlineData("?sort=-created_on", "4 3 2 1")]
    [InlineData("?sort=-run_creation_date", "4 3 2 1")]
    [InlineData("?status=PASSED", "1 4")]
    [InlineData("?status=FAILED", "2")]
    [InlineData("?status=STOPPED", "3")]
    [InlineData("?status=BUILDING", "")]
    [InlineData("?trigger_type=MANUAL", "1 2 3 4")]
    [InlineData("?trigger_type=PUSH", "")]
    [InlineData("?target.branch=main&status=PASSED", "1 4")]
    [InlineData("?target.branch=develop", "")]
    [InlineData("?target.ref_type=TAG", "")]
    [InlineData("?target.ref_name=main&target.ref_type=BRANCH", "1 2 3 4")]
    [InlineData("?target.selector.type=BRANCH", "1 2 3 4")]
    [InlineData("?target.selector.type=CUSTOM", "")]
    [InlineData("?target.selector.pattern=main", "1 2 3 4")]
    [InlineData("?target.commit.hash=0000000", "")]
    [InlineData("?created_on=2026-10-30T13:30:00Z", "3 4")]
    [InlineData("?pagelen=3&page=2", "4")]
    [InlineData("?sort=-created_on&pagelen=1&page=2", "3")]
    public async Task List_is_filtered_and_ordered(string query, string numbers)
        => Assert.Equal(numbers, Numbers(await sandbox.GetAsync(PipelineCalls.Pipelines + query)));

    [Fact]
    public async Task List_is_filtered_by_who_started_it()
    {
        string creator = Uri.EscapeDataString(await sandbox.UuidAsync("demo"));

        Assert.Equal("3 4", Numbers(await sandbox.GetAsync($"{PipelineCalls.Pipelines}?creator.uuid={creator}")));
    }

    [Theory]
    [InlineData("?q=build_number=1")]
    [InlineData("?status=GREEN")]
    [InlineData("?sort=build_number")]
    [InlineData("?creator.uuid=demo")]
    public async Task Query_that_there_is_not_is_refused(string query)
        => Assert.Equal(HttpStatusCode.BadRequest, (await sandbox.GetAsync(PipelineCalls.Pipelines + query)).Status);

    [Fact]
    public async Task Pages_have_no_next()
    {
        JsonNode page = (await sandbox.GetAsync(PipelineCalls.Pipelines + "?pagelen=3")).Json;

        Assert.Null(page["next"]);
        Assert.Equal((1, 3, 4), ((int)page["page"]!, (int)page["pagelen"]!, (int)page["size"]!));
    }

    [Fact]
    public async Task Build_number_goes_on_from_where_it_is_set()
    {
        const string Website = "/2.0/repositories/demo/website/pipelines";
        const string Body = """{"target": {"type": "pipeline_ref_target", "ref_type": "branch", "ref_name": "main"}}""";
        await sandbox.PostAsync(Website, Body);
        Answer set = await sandbox.PutAsync(Website + "_config/build_number", """{"next": 100}""");
        Answer tooLow = await sandbox.PutAsync(Website + "_config/build_number", """{"next": 99}""");
        Answer tooHigh = await sandbox.PutAsync(Website + "_config/build_number", """{"next": 2147483647}""");
        await sandbox.PostAsync(Website, Body);

        Assert.Equal(HttpStatusCode.BadRequest, tooHigh.Status);
        Assert.Equal(100, (int?)set.Json["next"]);
        Assert.Equal(HttpStatusCode.BadRequest, tooLow.Status);
        Assert.Equal("1 100", Numbers(await sandbox.GetAsync(Website)));
    }

    private static string Numbers(Answer answer)
        => string.Join(' ', answer.Json["values"]!.AsArray().Select(pipeline => (int)pipeline!["build_number"]!));
}
