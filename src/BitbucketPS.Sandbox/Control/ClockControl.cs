using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Looks at the clock, and moves it.</summary>
internal sealed class ClockControl
{
    private const string Path = "/clock";
    private const double MostSeconds = 100d * 366 * 86400;

    private readonly SandboxClock _clock;

    public ClockControl(SandboxClock clock)
    {
        _clock = clock;
    }

    public void AddTo(ControlTable table)
    {
        table.Describe(Path, "The clock: now (a time), offset or advance (seconds), and frozen");
        table.Add("GET", Path, _ => Show());
        table.Add("PUT", Path, SetAsync);
    }

    private ApiAnswer Show() => ApiAnswer.Ok(new JsonObject
    {
        ["now"] = AccountJson.Time(_clock.GetUtcNow()),
        ["offset"] = Math.Round(_clock.Offset.TotalSeconds, 3),
        ["frozen"] = _clock.IsFrozen,
    });

    private async Task<ApiAnswer> SetAsync(ControlCall call)
    {
        ControlBody body = await call.ReadBodyAsync();
        string[] times = [.. body.NamesOf("now", "offset", "advance")];
        if (times.Length > 1)
        {
            throw ApiErrors.BadField(times[1], $"cannot be set together with {times[0]}");
        }

        DateTimeOffset? time = Time(body, times.FirstOrDefault());
        bool? frozen = body.Boolean("frozen");
        body.RequireNothingElse();
        if (time is { } target)
        {
            _clock.Set(target);
        }

        if (frozen is { } stop)
        {
            _clock.Freeze(stop);
        }

        return Show();
    }

    private DateTimeOffset? Time(ControlBody body, string? name)
    {
        DateTimeOffset now = _clock.GetUtcNow();
        DateTimeOffset? time = name switch
        {
            "now" => body.Time(name),
            "offset" => body.Number(name, MostSeconds) is { } seconds ? now - _clock.Offset + TimeSpan.FromSeconds(seconds) : null,
            "advance" => body.Number(name, MostSeconds) is { } seconds ? now + TimeSpan.FromSeconds(seconds) : null,
            _ => null,
        };

        // What follows from a time, such as the end of a token, has to be one too; Unix time begins in 1970.
        return time is null or { Year: >= 1970 and <= 9000 } ? time : throw ApiErrors.BadField(name!, "leads beyond the years 1970 to 9000");
    }
}
