using System.Globalization;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Looks at what was asked.</summary>
internal sealed class RequestControl
{
    private const string LogPath = "/requests";
    private const string CounterPath = "/counters";

    private readonly RequestLog _log;
    private readonly RateLimiter _rate;

    public RequestControl(RequestLog log, RateLimiter rate)
    {
        _log = log;
        _rate = rate;
    }

    public void AddTo(ControlTable table)
    {
        table.Describe(LogPath, "The requests that were answered, oldest first; last=N for the last ones");
        table.Add("GET", LogPath, List);
        table.AddParameter("GET", LogPath, "last");
        table.Add("DELETE", LogPath, _ => Clear());
        table.Describe(CounterPath, "How many requests and writes there were");
        table.Add("GET", CounterPath, _ => Count());
    }

    private ApiAnswer List(ControlCall call)
    {
        IReadOnlyList<SandboxRequest> requests = _log.Snapshot();
        IEnumerable<SandboxRequest> shown = call.Query["last"] is { } last ? requests.TakeLast(ParseCount(last)) : requests;
        return ApiAnswer.Ok(new JsonObject
        {
            ["size"] = requests.Count,
            ["requests"] = new JsonArray([.. shown.Select(ToJson)]),
        });
    }

    private ApiAnswer Clear()
    {
        _log.Clear();
        return ApiAnswer.NoContent;
    }

    private ApiAnswer Count()
    {
        RequestCounters counters = _log.Counters;
        return ApiAnswer.Ok(new JsonObject
        {
            ["requests"] = counters.Total,
            ["writes"] = counters.Writes,
            ["accepted"] = _rate.Accepted,
            ["rejected"] = _rate.Rejected,
            ["byOperation"] = new JsonObject(counters.ByOperation.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
            ["byStatus"] = new JsonObject(
                counters.ByStatus.Select(pair => KeyValuePair.Create(pair.Key.ToString(CultureInfo.InvariantCulture), (JsonNode?)pair.Value))),
        });
    }

    private static int ParseCount(string text)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            ? count
            : throw ApiErrors.BadField("last", $"must be a whole number, not {text}");

    private static JsonNode ToJson(SandboxRequest request) => new JsonObject
    {
        ["time"] = AccountJson.Time(request.Time),
        ["method"] = request.Method,
        ["target"] = request.Target,
        ["status"] = request.Status,
        ["operation"] = request.Operation,
        ["account"] = request.Account,
        ["problem"] = request.Problem,
    };
}
