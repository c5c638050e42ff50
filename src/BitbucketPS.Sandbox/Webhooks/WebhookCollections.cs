using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Webhooks of repositories and of workspaces.</summary>
internal static class WebhookCollections
{
    private const int LongestSecret = 128;

    private static readonly string[] s_names = ["description", "url", "active", "events", "skip_cert_verification", "history_enabled"];

    private static ItemCollection OfRepository { get; } = new()
    {
        Path = "~/hooks",
        IdName = "uid",
        Shape = "webhook_subscription",
        Noun = "Webhook",
        Store = Store,
        Reading = AccessLevel.Admin,
        MakeAsync = change => Task.FromResult(Make(change)),
        Show = ShowOfRepository,
    };

    private static ItemCollection OfWorkspace { get; } = OfRepository with
    {
        Path = "/workspaces/{workspace}/hooks",
        Owner = ItemOwner.OfWorkspace,
        Show = ShowOfWorkspace,
    };

    private const string Store = "hooks";

    public static void AddTo(HandlerTable handlers)
    {
        ItemOperations.Add(handlers, OfRepository);
        ItemOperations.Add(handlers, OfWorkspace);
    }

    /// <summary>The hooks that hear of an event.</summary>
    public static IReadOnlyList<Item> Of(Data data, HookEvent happened)
    {
        IEnumerable<Item> ofRepository = happened.RepositoryUuid is { } uuid ? data.All<Item>($"{uuid}/{Store}") : [];
        return
        [
            .. ofRepository.Concat(data.All<Item>($"{happened.Workspace.Uuid}/{Store}"))
                .Where(hook => hook.Content.Boolean("active") is true)
                .Where(hook => (hook.Content["events"] as JsonArray ?? []).Any(key => string.Equals((string?)key, happened.Key, StringComparison.Ordinal))),
        ];
    }

    private static JsonObject Make(ItemChange change)
    {
        JsonObject content = change.Merge(s_names);
        string url = content.Text("url") ?? "";
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https"))
        {
            throw ApiErrors.BadField("url", "expected an address that begins with http:// or https://");
        }

        RequireEvents(change, content["events"] as JsonArray ?? []);
        content["active"] ??= true;
        content["description"] ??= "";
        content["skip_cert_verification"] ??= false;
        content["history_enabled"] ??= false;

        // A secret that is left out stays; null or nothing takes it away.
        if (change.Body.ContainsKey("secret"))
        {
            string secret = change.Body.Text("secret") ?? "";
            content.Remove("secret");
            if (secret.Length > LongestSecret)
            {
                throw ApiErrors.BadField("secret", $"must have {LongestSecret} characters or less");
            }

            if (secret.Length > 0)
            {
                content["secret"] = secret;
            }
        }

        return content;
    }

    private static void RequireEvents(ItemChange change, JsonArray events)
    {
        if (events.Count == 0)
        {
            throw ApiErrors.BadField("events", "at least one event is needed");
        }

        string[] keys = [.. events.Select(key => (string)key!)];
        if (keys.Distinct(StringComparer.Ordinal).Count() < keys.Length)
        {
            throw ApiErrors.BadField("events", "every event is named once");
        }

        foreach (string key in keys)
        {
            if (change.Owner.Repository is not null && !HookEventCatalogue.IsOfRepository(key))
            {
                throw ApiErrors.BadField("events", $"Only webhooks of a workspace hear {key}.");
            }

            string scope = HookEventCatalogue.ScopeOf(key) ?? throw ApiErrors.BadField("events", $"There is no event {key} any more.");
            Credential credential = change.Call.RequireCredential();
            if (credential.Type is not CredentialTypes.ApiToken && !Scopes.Allow(credential.Scopes, scope))
            {
                throw ApiErrors.MissingScope([.. change.Call.Operation.Scopes.Classic, scope], credential.Scopes);
            }
        }
    }

    private static JsonObject ShowOfRepository(ItemView view)
    {
        HostedRepository repository = view.Owner.Repository!;
        JsonObject json = Show(view, $"repositories/{repository.FullName}");
        json["subject_type"] = "repository";
        json["subject"] = RepositoryJson.Brief(repository, view.Call.Links);
        return json;
    }

    private static JsonObject ShowOfWorkspace(ItemView view)
    {
        JsonObject json = Show(view, $"workspaces/{view.Owner.Workspace.Slug}");
        json["subject_type"] = "workspace";
        json["subject"] = WorkspaceJson.Brief(view.Owner.Workspace, view.Call.Links);
        return json;
    }

    private static JsonObject Show(ItemView view, string path)
    {
        JsonObject json = OfRepository.Plain(view);
        json["secret_set"] = json.Remove("secret");
        json["created_at"] = ReportTime.ToText(view.Item.CreatedOn);
        json["source"] = null;
        json["read_only"] = false;
        json["links"] = new JsonObject { ["self"] = view.Call.Links.Api($"{path}/hooks/{PercentCoding.Encode(view.Item.Id)}") };
        return json;
    }
}
