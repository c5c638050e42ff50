using System.Text;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The faults in what the JSON of an answer says, above all that of a page of a list.</summary>
internal static class ListFaults
{
    public static FaultEffect[] All { get; } =
    [
        new(SandboxFaultKind.DuplicateKeys, BendsAnswer: true, RepeatKeyAsync),
        new(SandboxFaultKind.NextLoop, BendsAnswer: true, call => LinkAsync(call, $"{call.Origin}{call.Target}")),
        new(SandboxFaultKind.NextElsewhere, BendsAnswer: true, call => LinkAsync(call, new Uri(call.Fault.OtherHost, call.Target.ToString()).AbsoluteUri)),
        new(SandboxFaultKind.ShrinkingList, BendsAnswer: true, ShrinkAsync),
    ];

    private static Task RepeatKeyAsync(FaultCall call)
    {
        JsonObject answer = Read(call);
        string key = answer.Select(member => member.Key).FirstOrDefault("type");
        string separator = answer.Count == 0 ? "" : ",";
        return SendAsync(call, $"{answer.ToJsonString()[..^1]}{separator}{JsonValue.Create(key).ToJsonString()}:null}}");
    }

    private static Task LinkAsync(FaultCall call, string next)
    {
        JsonObject answer = Read(call);
        answer["next"] = next;
        return SendAsync(call, answer.ToJsonString());
    }

    private static Task ShrinkAsync(FaultCall call)
    {
        JsonObject answer = Read(call);
        int length = (int?)answer["size"] ?? (answer["values"] as JsonArray)?.Count ?? 0;
        call.Lists.Shrink(call.Target.Path, call.Fault.ItemsLeft ?? length / 2);
        return call.SendAsync(call.Body);
    }

    private static JsonObject Read(FaultCall call) => JsonNode.Parse(call.Body) as JsonObject ?? [];

    private static Task SendAsync(FaultCall call, string json) => call.SendAsync(Encoding.UTF8.GetBytes(json));
}
