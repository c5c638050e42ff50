namespace BitbucketPS.Sandbox.Tests;

/// <summary>What is remembered about pipelines outlives the process.</summary>
public sealed class PipelineRestartTests : IDisposable
{
    private static readonly string[] s_lists =
    [
        PipelineCalls.Pipelines, PipelineCalls.Api + "/deployments", PipelineCalls.Api + "/environments", PipelineCalls.Api + "/pipelines_config/variables",
        PipelineCalls.Api + "/pipelines_config/schedules", PipelineCalls.Api + "/pipelines_config", PipelineCalls.Api + "/pipelines-config/caches",
    ];

    private readonly DataFolderFixture _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Pipelines_are_there_after_a_restart()
    {
        string before = "";
        await _data.RunAsync(async sandbox =>
        {
            string pipeline = await sandbox.StartAsync(variables: """{"key": "SANDBOX_SECONDS", "value": "1"}""");
            await sandbox.PostAsync(pipeline + "/stopPipeline", "");
            await sandbox.PostAsync(PipelineCalls.Api + "/environments", """{"name": "Kept"}""");
            await sandbox.PostAsync(PipelineCalls.Api + "/pipelines_config/variables", """{"key": "KEPT", "value": "1"}""");
            await sandbox.PostAsync(
                PipelineCalls.Api + "/pipelines_config/schedules",
                """{"target": {"ref_type": "branch", "ref_name": "main", "selector": {"type": "default"}}, "cron_pattern": "0 0 12 * * ? 2098"}""");
            before = await ReadAsync(sandbox);
        });
        string after = "";
        await _data.RunAsync(async sandbox => after = await ReadAsync(sandbox));

        Assert.Contains("KEPT", before, StringComparison.Ordinal);
        Assert.Contains("terminator", before, StringComparison.Ordinal);
        Assert.Equal(before, after);
    }

    private static async Task<string> ReadAsync(SandboxFixture sandbox)
    {
        List<string> texts = [];
        foreach (string list in s_lists)
        {
            texts.Add((await sandbox.GetAsync(list)).Text.Replace(sandbox.Origin, "", StringComparison.Ordinal));
        }

        return string.Join('\n', texts);
    }
}
