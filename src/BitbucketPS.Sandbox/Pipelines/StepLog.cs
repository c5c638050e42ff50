using System.Text;

namespace BitbucketPS.Sandbox;

/// <summary>What a step has written so far: a function of its plan and of the seconds it has run.</summary>
internal static class StepLog
{
    /// <summary>What happens before the script.</summary>
    public static IReadOnlyList<string> Setup(Pipeline pipeline) =>
    [
        "umask 000",
        $"git reset --hard {pipeline.Target.CommitHash}",
        "git config user.name bitbucket-pipelines",
        "git config user.email commits-noreply@bitbucket.org",
        "git config push.default current",
    ];

    /// <summary>The log as it is by now.</summary>
    public static byte[] Write(PipelineRun pipeline, StepRun run)
    {
        StringBuilder log = new();
        foreach (string command in Setup(pipeline.Pipeline))
        {
            log.Append("+ ").Append(command).Append('\n');
        }

        IReadOnlyList<string> script = run.Step.Script;
        for (int i = 0; i < script.Count && IsReached(run, i); i++)
        {
            log.Append("\n+ ").Append(script[i]).Append('\n');
            AppendOutput(log, script[i]);
        }

        if (run.State is StepRun.Completed)
        {
            log.Append("\nBuild ").Append(run.Result is StepRun.Successful ? "finished." : $"ended: {run.Result}.").Append('\n');
        }

        return Encoding.UTF8.GetBytes(log.ToString());
    }

    // The commands begin at even distances.
    private static bool IsReached(StepRun run, int command)
        => run.Seconds >= run.Step.Seconds * (command + 1) / (run.Step.Script.Count + 1);

    private static void AppendOutput(StringBuilder log, string command)
    {
        if (command.StartsWith("echo ", StringComparison.Ordinal))
        {
            log.Append(command["echo ".Length..].Trim('"', '\'')).Append('\n');
        }
    }
}
