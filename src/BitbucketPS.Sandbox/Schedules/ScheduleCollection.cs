using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The schedules by which pipelines start.</summary>
internal static class ScheduleCollection
{
    /// <summary>The property with the times from and until which the schedule was enabled; nobody is told.</summary>
    public const string Periods = "periods";

    /// <summary>The property with the UUID of who made the schedule; nobody is told.</summary>
    public const string Creator = "creator";

    /// <summary>The property with the time until which what it started is kept; nobody is told.</summary>
    public const string SettledUntil = "settled_until";

    private const string Enabled = "enabled";

    public static ItemCollection Items { get; } = new()
    {
        Path = "~/pipelines_config/schedules",
        IdName = "schedule_uuid",
        Shape = "pipeline_schedule",
        Noun = "Schedule",
        Store = "schedules",
        Actions = ItemActions.All & ~ItemActions.Delete,
        Writing = AccessLevel.Write,
        MakeAsync = MakeAsync,
        Secrets = [Periods, Creator, SettledUntil],
        Show = Show,
        Error = PipelineErrors.Of,
    };

    private static async Task<JsonObject> MakeAsync(ItemChange change)
    {
        if (change.Present is { } present)
        {
            return WithPeriods(change.Merge(Enabled), present.Content.Boolean(Enabled) ?? false, change.Call.Now);
        }

        JsonObject content = change.Merge("target", "cron_pattern", Enabled);
        content[Enabled] ??= true;
        content[Creator] = change.Call.RequireAccount().Uuid;
        if (CronPattern.Read(content.Text("cron_pattern") ?? "") is null)
        {
            throw PipelineErrors.BadRequest(
                $"The cron pattern \"{content.Text("cron_pattern")}\" is invalid. It is like \"0 30 10 * * ? *\", for every hour at most.");
        }

        await RequireTargetAsync(change, content["target"] as JsonObject ?? throw PipelineErrors.BadRequest("A schedule needs a target."));
        return WithPeriods(content, wasEnabled: false, change.Call.Now);
    }

    private static async Task RequireTargetAsync(ItemChange change, JsonObject target)
    {
        string branch = target.Text("ref_name") ?? throw PipelineErrors.BadRequest("The target needs a ref_name.");
        if (target.TextAt("selector", "type") is null)
        {
            throw PipelineErrors.BadRequest("The target needs a selector.");
        }

        if (target.Text("ref_type") is not "branch")
        {
            throw PipelineErrors.BadRequest("The ref_type of a schedule is \"branch\".");
        }

        target["type"] = PipelineTarget.OfRef;
        if (await change.Owner.Repository!.Git.FindBranchAsync(branch, change.Call.CancellationToken) is null)
        {
            throw PipelineErrors.BadRequest($"There is no branch \"{branch}\".");
        }
    }

    // What ran while it was enabled has run, also when it is disabled later.
    private static JsonObject WithPeriods(JsonObject content, bool wasEnabled, DateTimeOffset now)
    {
        JsonArray periods = content[Periods] as JsonArray ?? [];
        content[Periods] = periods;
        bool isEnabled = content.Boolean(Enabled) is true;
        if (isEnabled && !wasEnabled)
        {
            periods.Add((JsonNode)new JsonObject { ["from"] = now.ToUnixTimeMilliseconds() });
        }
        else if (!isEnabled && wasEnabled)
        {
            periods[^1]!["until"] = now.ToUnixTimeMilliseconds();
        }

        return content;
    }

    private static JsonObject Show(ItemView view)
    {
        JsonObject json = Items.Plain(view);
        json["created_on"] = PipelineTime.Write(view.Item.CreatedOn);
        json["updated_on"] = PipelineTime.Write(view.Item.UpdatedOn);
        return json;
    }
}
