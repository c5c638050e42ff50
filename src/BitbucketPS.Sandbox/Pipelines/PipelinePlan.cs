using System.Globalization;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>
/// Decides when a pipeline starts how long each of its steps takes and how it ends; nothing is really run. A step takes five
/// seconds and five more for each command, or as many as the variable <c>SANDBOX_SECONDS</c> says. It fails if one of its
/// commands is <c>false</c> or <c>exit</c> with a number but 0; and the last one if the variable <c>SANDBOX_RESULT</c> is
/// <c>FAILED</c>. Nothing begins after a step that failed, or that waits for a person.
/// </summary>
internal sealed class PipelinePlan
{
    /// <summary>How many seconds a pipeline is pending.</summary>
    public const int FirstStart = 3;

    private const int CommandSeconds = 5;
    private const int MostSeconds = 24 * 60 * 60;
    private const int UsualMinutes = 120;
    private const int MostMinutes = 720;

    private readonly List<PipelineStep> _steps = [];
    private readonly Func<string, string?> _variable;
    private readonly Func<string, string> _environment;
    private readonly string? _image;
    private int _start = FirstStart;
    private bool _isBlocked;

    private readonly string _uuid;

    private PipelinePlan(string uuid, string? image, Func<string, string?> variable, Func<string, string> environment)
    {
        _uuid = uuid;
        _image = image;
        _variable = variable;
        _environment = environment;
    }

    /// <summary>Plans the steps.</summary>
    /// <param name="uuid">The UUID of the pipeline, from which those of its steps follow.</param>
    /// <param name="file">What the commit says.</param>
    /// <param name="selector">Which of its pipelines.</param>
    /// <param name="variable">The value of a variable, or null.</param>
    /// <param name="environment">The UUID of an environment of a name.</param>
    public static IReadOnlyList<PipelineStep> Make(
        string uuid, PipelineFile file, PipelineSelector selector, Func<string, string?> variable, Func<string, string> environment)
    {
        PipelinePlan plan = new(uuid, file.Image, variable, environment);
        foreach (JsonNode? item in file.Find(selector) ?? [])
        {
            plan.AddItem(item as JsonObject);
        }

        if (plan._steps.Count == 0)
        {
            plan.AddTogether([new() { ["name"] = "Build", ["script"] = new JsonArray("echo \"Nothing to build\"") }]);
        }

        return plan.Finish();
    }

    private void AddItem(JsonObject? item)
    {
        if (item?["step"] is JsonObject step)
        {
            AddTogether([step]);
        }
        else if (item?["parallel"] is { } parallel)
        {
            JsonArray? steps = parallel as JsonArray ?? (parallel as JsonObject)?["steps"] as JsonArray;
            AddTogether([.. (steps ?? []).Select(inner => (inner as JsonObject)?["step"]).OfType<JsonObject>()]);
        }
        else if (item?["stage"] is JsonObject stage)
        {
            foreach (JsonNode? inner in stage["steps"] as JsonArray ?? [])
            {
                AddItem(inner as JsonObject);
            }
        }
    }

    // Steps that run at the same time: the next ones wait for the longest.
    private void AddTogether(IReadOnlyList<JsonObject> steps)
    {
        int first = _steps.Count;
        _isBlocked |= steps.Any(IsManual);
        foreach (JsonObject step in steps)
        {
            _steps.Add(ToStep(step));
        }

        IEnumerable<PipelineStep> added = _steps.Skip(first);
        _start = added.Select(step => step.End ?? 0).Append(_start).Max();
        _isBlocked |= added.Any(step => step is { Fails: true, Start: not null });
    }

    private PipelineStep ToStep(JsonObject json)
    {
        string[] script = [.. (json["script"] as JsonArray ?? []).Select(Command)];
        int number = _steps.Count + 1;
        return new(StableId.Uuid("step", FormattableString.Invariant($"{_uuid}/{number}")), json.Text("name") ?? FormattableString.Invariant($"Step {number}"), script)
        {
            Image = PipelineFile.ImageOf(json) ?? _image ?? "atlassian/default-image:4",
            MaxMinutes = Number(json.Text("max-time"), MostMinutes) ?? UsualMinutes,
            Start = _isBlocked ? null : _start,
            Seconds = SecondsOf(script),
            Fails = !_isBlocked && script.Any(Fails),
            IsManual = IsManual(json),
            EnvironmentName = json.Text("deployment"),
            EnvironmentUuid = json.Text("deployment") is { Length: > 0 } name ? _environment(name) : null,
        };
    }

    private int SecondsOf(string[] script) => Number(_variable("SANDBOX_SECONDS"), MostSeconds) ?? CommandSeconds * (script.Length + 1);

    // Kept so small that sums of them still are numbers.
    private static int? Number(string? text, int most)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? Math.Min(number, most) : null;

    private PipelineStep[] Finish()
    {
        int last = _steps.FindLastIndex(step => step.Start is not null);
        if (last >= 0 && _variable("SANDBOX_RESULT") is StepRun.Failed)
        {
            _steps[last] = _steps[last] with { Fails = true };
        }

        return [.. _steps];
    }

    private static bool IsManual(JsonObject step) => step.Text("trigger") is "manual";

    // A pipe is a command too.
    private static string Command(JsonNode? line)
        => line is JsonObject pipe ? $"pipe: {pipe.Text("pipe")}" : line is JsonValue text ? text.GetValue<string>() : "";

    private static bool Fails(string command)
        => command is "false"
            || (command.StartsWith("exit ", StringComparison.Ordinal)
                && int.TryParse(command.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out int code) && code > 0);
}
