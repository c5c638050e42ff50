using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The runners of a repository or workspace: machines of its own that would run steps.</summary>
internal static class RunnerCollections
{
    private const string SelfHosted = "self.hosted";
    private const string ClientSecret = "secret";

    private static readonly string[] s_settableStates = ["ENABLED", "DISABLED"];

    private static readonly ItemCollection s_usual = new()
    {
        Path = "",
        IdName = "runner_uuid",
        Shape = "pipeline_runner",
        Noun = "Runner",
        Store = "runners",
        CreatedStatus = 200,
        MakeAsync = change => Task.FromResult(Make(change)),
        Identity = content => content.Text("name"),
        Show = Show,
        Error = PipelineErrors.Of,
    };

    public static ItemCollection OfRepository { get; } = s_usual with { Path = "~/pipelines-config/runners" };

    public static ItemCollection OfWorkspace { get; } =
        s_usual with { Path = "/workspaces/{workspace}/pipelines-config/runners", Owner = ItemOwner.OfWorkspace };

    public static void AddTo(HandlerTable handlers)
    {
        ItemOperations.Add(handlers, OfRepository);
        ItemOperations.Add(handlers, OfWorkspace);
    }

    private static JsonObject Make(ItemChange change)
    {
        JsonObject content = change.Merge("name", "labels");
        if (string.IsNullOrWhiteSpace(content.Text("name")))
        {
            throw PipelineErrors.BadRequest("A runner needs a name.");
        }

        if (content["labels"] is not JsonArray labels || !labels.Any(label => (string?)label is SelfHosted))
        {
            throw PipelineErrors.BadRequest($"The labels of a runner need {SelfHosted} among them.");
        }

        content["status"] = Status(change);
        content["client_id"] ??= Random(16);
        content[ClientSecret] ??= Random(32);
        return content;
    }

    // No machine ever comes to register itself here, so that only what people set about a runner can change.
    private static string Status(ItemChange change)
    {
        string present = change.Present?.Text("status") ?? "UNREGISTERED";
        if (change.Present is null || (change.Body["state"] as JsonObject)?.Text("status") is not { } wanted
            || string.Equals(wanted, present, StringComparison.Ordinal))
        {
            return present;
        }

        return s_settableStates.Contains(wanted, StringComparer.Ordinal)
            ? wanted
            : throw PipelineErrors.BadRequest($"The status of a runner can be set to {string.Join(" or ", s_settableStates)} only.");
    }

    private static JsonObject Show(ItemView view)
    {
        Item item = view.Item;
        return new()
        {
            ["type"] = "pipeline_runner",
            ["uuid"] = item.Id,
            ["name"] = item.Text("name"),
            ["labels"] = item.Content["labels"]!.DeepClone(),
            ["state"] = new JsonObject
            {
                ["type"] = "pipeline_runner_state",
                ["status"] = item.Text("status"),
                ["version"] = new JsonObject { ["type"] = "pipeline_runner_version", ["version"] = "", ["current"] = "3.0.0" },
                ["updated_on"] = PipelineTime.Write(item.UpdatedOn),
                ["cordoned"] = false,
            },
            ["created_on"] = PipelineTime.Write(item.CreatedOn),
            ["updated_on"] = PipelineTime.Write(item.UpdatedOn),
            ["oauth_client"] = Client(view),
        };
    }

    // The secret is told to who made the runner, once.
    private static JsonObject Client(ItemView view)
    {
        JsonObject client = new()
        {
            ["type"] = "pipeline_runner_oauth_client",
            ["id"] = view.Item.Text("client_id"),
            ["token_endpoint"] = $"{view.Call.Links.Origin}/_runner/token",
            ["audience"] = $"{view.Call.Links.Origin}/_runner",
        };
        if (view.IsNew)
        {
            client[ClientSecret] = view.Item.Text(ClientSecret);
        }

        return client;
    }

    private static string Random(int length) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(length));
}
