using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>What happens because of one request.</summary>
internal sealed class EventList
{
    private static readonly string[] s_details = ["scm", "website", "owner", "workspace", "is_private", "project", "parent"];

    private readonly List<HookEvent> _events = [];

    public IReadOnlyList<HookEvent> All => _events;

    /// <summary>Notes what happened in a repository.</summary>
    /// <param name="call">Who did it.</param>
    /// <param name="key">Such as <c>pullrequest:created</c>.</param>
    /// <param name="repository">Where.</param>
    /// <param name="payload">What the webhook tells beside <c>actor</c> and <c>repository</c>.</param>
    public void Add(ApiCall call, string key, HostedRepository repository, JsonObject payload)
        => Add(call.RequireAccount(), call.Links, key, repository, payload);

    /// <summary>The same for what somebody did past the API.</summary>
    public void Add(Account actor, ApiLinks links, string key, HostedRepository repository, JsonObject payload)
    {
        payload["actor"] = AccountJson.Brief(actor, links);
        payload["repository"] = Repository(repository, links);
        _events.Add(new(key, repository.Workspace, repository.Uuid, payload));
    }

    /// <summary>Adds what happened to something of a workspace that is no repository.</summary>
    public void Add(ApiCall call, string key, Workspace workspace, JsonObject payload)
    {
        payload["actor"] = AccountJson.Brief(call.RequireAccount(), call.Links);
        _events.Add(new(key, workspace, RepositoryUuid: null, payload));
    }

    /// <summary>Adds what is told in a form of its own, without who did it and where.</summary>
    public void AddWhole(string key, HostedRepository repository, JsonObject payload)
        => _events.Add(new(key, repository.Workspace, repository.Uuid, payload));

    // Longer than the short form: whoever hears of it knows nothing else.
    private static JsonObject Repository(HostedRepository repository, ApiLinks links)
    {
        JsonObject whole = RepositoryJson.Cheap(repository, links);
        JsonObject json = RepositoryJson.Brief(repository, links);
        foreach (string name in s_details)
        {
            json[name] = whole[name]?.DeepClone();
        }

        return json;
    }
}
