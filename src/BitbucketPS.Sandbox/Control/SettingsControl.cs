using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Looks at latency and rate limit, and sets them.</summary>
internal sealed class SettingsControl
{
    private const string LatencyPath = "/latency";
    private const string RatePath = "/rate-limit";
    private const int LongestLatency = 600_000;

    private readonly SandboxSettings _settings;

    public SettingsControl(SandboxSettings settings)
    {
        _settings = settings;
    }

    public void AddTo(ControlTable table)
    {
        table.Describe(LatencyPath, "How many milliseconds each answer of the API takes longer");
        table.Add("GET", LatencyPath, _ => ShowLatency());
        table.Add("PUT", LatencyPath, SetLatencyAsync);
        table.Describe(
            RatePath,
            "How many requests an account may send in an hour: limit (null for any number), rejectedCount, retryAfter and scaled");
        table.Add("GET", RatePath, _ => ShowRate());
        table.Add("PUT", RatePath, SetRateAsync);
    }

    private ApiAnswer ShowLatency() => ApiAnswer.Ok(new JsonObject { ["milliseconds"] = _settings.Latency.TotalMilliseconds });

    private async Task<ApiAnswer> SetLatencyAsync(ControlCall call)
    {
        ControlBody body = await call.ReadBodyAsync();
        long milliseconds = body.Integer("milliseconds", 0, LongestLatency) ?? throw ApiErrors.BadField("milliseconds", "required key not provided");
        body.RequireNothingElse();
        _settings.Latency = TimeSpan.FromMilliseconds(milliseconds);
        return ShowLatency();
    }

    private ApiAnswer ShowRate()
    {
        RateSettings rate = _settings.Rate;
        return ApiAnswer.Ok(new JsonObject
        {
            ["limit"] = rate.PerHour,
            ["rejectedCount"] = rate.RejectedCount,
            ["retryAfter"] = rate.SendsRetryAfter,
            ["scaled"] = rate.IsScaled,
        });
    }

    // What is not named stays as it is.
    private async Task<ApiAnswer> SetRateAsync(ControlCall call)
    {
        ControlBody body = await call.ReadBodyAsync();
        RateSettings rate = _settings.Rate;
        rate = new(body.IsNull("limit") ? null : (int?)body.Integer("limit", 1, int.MaxValue) ?? rate.PerHour)
        {
            RejectedCount = body.Boolean("rejectedCount") ?? rate.RejectedCount,
            SendsRetryAfter = body.Boolean("retryAfter") ?? rate.SendsRetryAfter,
            IsScaled = body.Boolean("scaled") ?? rate.IsScaled,
        };
        body.RequireNothingElse();
        _settings.Rate = rate;
        return ShowRate();
    }
}
