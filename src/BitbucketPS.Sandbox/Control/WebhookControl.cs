using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Looks at what webhooks were told.</summary>
internal sealed class WebhookControl
{
    private const string Path = "/webhooks";

    private readonly WebhookDeliveries _deliveries;

    public WebhookControl(WebhookDeliveries deliveries)
    {
        _deliveries = deliveries;
    }

    public void AddTo(ControlTable table)
    {
        table.Describe(Path, "The last attempts to tell webhooks, oldest first");
        table.Add("GET", Path, _ => ApiAnswer.Ok(new JsonObject { ["deliveries"] = new JsonArray([.. _deliveries.Log.Select(ToJson)]) }));
    }

    private static JsonNode ToJson(WebhookDelivery delivery) => new JsonObject
    {
        ["time"] = AccountJson.Time(delivery.Time),
        ["hook"] = delivery.HookUuid,
        ["event"] = delivery.Event,
        ["url"] = delivery.Url,
        ["attempt"] = delivery.Attempt,
        ["status"] = delivery.Status,
        ["problem"] = delivery.Problem,
    };
}
