using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Faults as the control API answers them, in the words that it takes.</summary>
internal static class FaultJson
{
    public static JsonNode Write(SandboxFaultRule rule)
    {
        SandboxFault fault = rule.Fault;
        JsonObject json = new()
        {
            ["kind"] = FaultArgument.NameOf(fault.Kind),
            ["hits"] = rule.Hits,
            ["times"] = fault.Times,
            ["rate"] = fault.Rate,
            ["seed"] = fault.Seed,
            ["after"] = fault.AfterTheWork,
            ["status"] = fault.Status,
            ["delay"] = fault.Delay.TotalMilliseconds,
            ["host"] = fault.OtherHost.OriginalString,
        };
        AddUnlessNull(json, "method", fault.Method);
        AddUnlessNull(json, "path", fault.PathContains);
        AddUnlessNull(json, "pattern", fault.PathPattern);
        AddUnlessNull(json, "retry-after", fault.RetryAfter);
        AddUnlessNull(json, "size", fault.Size);
        AddUnlessNull(json, "left", fault.ItemsLeft);
        return json;
    }

    private static void AddUnlessNull(JsonObject json, string name, JsonNode? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }
}
