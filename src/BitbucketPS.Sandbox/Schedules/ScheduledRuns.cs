using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>
/// The pipelines that schedules have started. No timer starts them: a request that looks finds those that were due by now, and whatever
/// changes anything in the repository keeps them first, as they would have been at their time.
/// </summary>
internal static class ScheduledRuns
{
    // A clock that is set forward by years would make more of them than anybody can look at.
    private const int Most = 1000;

    /// <summary>The times at which a schedule has run by now, oldest first.</summary>
    public static IEnumerable<DateTimeOffset> TimesOf(Item schedule, DateTimeOffset now)
    {
        CronPattern pattern = CronPattern.Read(schedule.Text("cron_pattern")!)!;
        IEnumerable<JsonNode?> periods = (JsonArray)schedule.Content[ScheduleCollection.Periods]!;
        return periods
            .SelectMany(period => pattern.Between(Time(period!["from"])!.Value, Time(period["until"]) ?? now))
            .TakeLast(Most);
    }

    /// <summary>The pipeline that a schedule starts at a time.</summary>
    public static string UuidOf(Item schedule, DateTimeOffset time)
        => StableId.Uuid("pipeline", FormattableString.Invariant($"{schedule.Id}/{time.ToUnixTimeSeconds()}"));

    /// <summary>The pipelines that are due and not kept yet, with the numbers they will have.</summary>
    public static async Task<IReadOnlyList<Pipeline>> FindDueAsync(HostedRepository repository, DateTimeOffset now, CancellationToken cancellationToken)
    {
        int number = PipelineBook.LastNumber(repository.World.Data, repository);
        return [.. (await StartDueAsync(repository, now, cancellationToken)).Select(start => start.ToPipeline() with { BuildNumber = ++number })];
    }

    /// <summary>Keeps the pipelines that are due; what could not start by now, never will.</summary>
    public static async Task KeepAsync(HostedRepository repository, DateTimeOffset now)
    {
        Data data = repository.World.Data;
        foreach (PipelineStart start in await StartDueAsync(repository, now, CancellationToken.None))
        {
            start.MakeEnvironments(PipelineBook.Add(data, repository, start.ToPipeline()));
        }

        string key = ScheduleCollection.Items.KeyOf(repository.Uuid);
        foreach (Item schedule in data.All<Item>(key).Where(schedule => DueTimesOf(schedule, now).Any()).ToArray())
        {
            JsonObject content = schedule.Copy();
            content[ScheduleCollection.SettledUntil] = now.ToUnixTimeMilliseconds();
            data.Put(schedule with { Content = content }, key);
        }
    }

    /// <summary>The same before a push, which is no request to the API.</summary>
    public static async Task KeepAsync(SandboxState state, string repositoryUuid, DateTimeOffset now)
    {
        if (state.Read().Data.Count<Item>(ScheduleCollection.Items.KeyOf(repositoryUuid)) > 0)
        {
            await state.ChangeAsync(
                async world =>
                {
                    if (world.FindRepository(repositoryUuid) is { } repository)
                    {
                        await KeepAsync(repository, now);
                    }

                    return true;
                },
                CancellationToken.None);
        }
    }

    private static IEnumerable<DateTimeOffset> DueTimesOf(Item schedule, DateTimeOffset now)
    {
        DateTimeOffset settled = Time(schedule.Content[ScheduleCollection.SettledUntil]) ?? DateTimeOffset.MinValue;
        return TimesOf(schedule, now).Where(time => time > settled);
    }

    private static async Task<IEnumerable<PipelineStart>> StartDueAsync(HostedRepository repository, DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<PipelineStart> due = [];
        if (PipelineSettings.Of(repository.World.Data, repository).IsEnabled)
        {
            foreach (Item schedule in repository.World.Data.All<Item>(ScheduleCollection.Items.KeyOf(repository.Uuid)))
            {
                due.AddRange(await StartAsync(repository, schedule, now, cancellationToken));
            }
        }

        return due.OrderBy(start => start.CreatedOn);
    }

    private static async Task<IEnumerable<PipelineStart>> StartAsync(HostedRepository repository, Item schedule, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Data data = repository.World.Data;
        DateTimeOffset[] times = [.. DueTimesOf(schedule, now).Where(time => data.Find<Pipeline>(UuidOf(schedule, time), repository.Uuid) is null)];
        if (times.Length == 0 || await ReadTargetAsync(repository, schedule, cancellationToken) is not { } found)
        {
            return [];
        }

        return times.Select(time => new PipelineStart(repository, found.Target, found.File)
        {
            Uuid = UuidOf(schedule, time),
            CreatorUuid = schedule.Text(ScheduleCollection.Creator)!,
            CreatedOn = time,
            Trigger = "SCHEDULED",
            ScheduleUuid = schedule.Id,
        });
    }

    // A branch or a custom pipeline may have gone since the schedule was made.
    private static async Task<(PipelineTarget Target, PipelineFile File)?> ReadTargetAsync(HostedRepository repository, Item schedule, CancellationToken cancellationToken)
    {
        try
        {
            return await new PipelineTargetReader(repository, (JsonObject)schedule.Copy()["target"]!, cancellationToken).ReadAsync();
        }
        catch (ApiException)
        {
            return null;
        }
    }

    private static DateTimeOffset? Time(JsonNode? value) => value is null ? null : DateTimeOffset.FromUnixTimeMilliseconds(value.GetValue<long>());
}
