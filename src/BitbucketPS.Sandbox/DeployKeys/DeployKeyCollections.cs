using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Keys that let machines read a repository, or all of a project.</summary>
internal static class DeployKeyCollections
{
    private const string AddedBy = "added_by";

    private static ItemCollection OfRepository { get; } = new()
    {
        Path = "~/deploy-keys",
        IdName = "key_id",
        Shape = "deploy_key",
        Noun = "Deploy key",
        Store = "deploy-keys",
        CountsIds = true,
        CreatedStatus = 200,
        Reading = AccessLevel.Admin,
        Owner = RequirePerson,
        MakeAsync = change => Task.FromResult(Make(change)),
        Identity = content => content.Text("key"),
        Taken = () => ApiErrors.BadField("key", "Someone has already added that access key to this repository."),
        Secrets = [AddedBy],
        Show = ShowOfRepository,
    };

    private static ItemCollection OfProject { get; } = new()
    {
        Path = "/workspaces/{workspace}/projects/{project_key}/deploy-keys",
        IdName = "key_id",
        Shape = "project_deploy_key",
        Noun = "Deploy key",
        Store = "deploy-keys",
        CountsIds = true,
        CreatedStatus = 200,
        Actions = ItemActions.All & ~ItemActions.Update,
        Owner = (call, _) => new(RequireProject(call).Uuid, call.RequireAdministeredWorkspace()),
        MakeAsync = change => Task.FromResult(Make(change)),
        Identity = content => content.Text("key"),
        Taken = () => ApiErrors.BadField("key", "Someone has already added that access key to this project."),
        Secrets = [AddedBy],
        Show = ShowOfProject,
    };

    public static void AddTo(HandlerTable handlers)
    {
        ItemOperations.Add(handlers, OfRepository);
        ItemOperations.Add(handlers, OfProject);
    }

    // Bitbucket: tokens of repositories, projects and workspaces cannot add, change or delete deploy keys.
    private static ItemOwner RequirePerson(ApiCall call, AccessLevel level)
        => call.Credential?.Reach is not null && call.Operation.Changes
            ? throw new ApiException(403, "Access tokens cannot change deploy keys.")
            : ItemOwner.OfRepository(call, level);

    private static Project RequireProject(ApiCall call)
    {
        Workspace workspace = call.RequireAdministeredWorkspace();
        string key = call.Path("project_key");
        return call.World.FindProject(workspace, key) ?? throw ApiErrors.NotFound($"Project {key}");
    }

    private static JsonObject Make(ItemChange change)
    {
        JsonObject content = change.Merge("label");
        SshPublicKey key = SshPublicKey.Require(change.Body.RequireText("key"));
        if (change.Present is { } present && !string.Equals(present.Text("key"), key.Text, StringComparison.Ordinal))
        {
            throw ApiErrors.BadField("key", "The key itself cannot be changed: delete it and add another one.");
        }

        content[AddedBy] ??= change.Call.RequireAccount().Uuid;
        content["key"] = key.Text;
        content["comment"] = change.Body.Text("comment") ?? key.Comment;
        content["label"] ??= "";
        return content;
    }

    private static JsonObject ShowOfRepository(ItemView view)
    {
        HostedRepository repository = view.Owner.Repository!;
        JsonObject json = Show(OfRepository, view, $"repositories/{repository.FullName}/deploy-keys/{view.Item.Id}");
        json["repository"] = RepositoryJson.Brief(repository, view.Call.Links);
        json["owner"] = Person(view);
        return json;
    }

    private static JsonObject ShowOfProject(ItemView view)
    {
        Project project = RequireProject(view.Call);
        JsonObject json = Show(OfProject, view, $"workspaces/{view.Owner.Workspace.Slug}/projects/{project.Key}/deploy-keys/{view.Item.Id}");
        json["project"] = new JsonObject { ["type"] = "project", ["key"] = project.Key, ["uuid"] = project.Uuid, ["name"] = project.Name };
        json["created_by"] = Person(view);
        return json;
    }

    private static JsonObject? Person(ItemView view)
        => view.Call.World.FindAccount(view.Item.Text(AddedBy) ?? "") is { } account ? AccountJson.Brief(account, view.Call.Links) : null;

    private static JsonObject Show(ItemCollection keys, ItemView view, string path)
    {
        JsonObject json = keys.Plain(view);
        json["added_on"] = AccountJson.Time(view.Item.CreatedOn);
        json["last_used"] = null;
        json["links"] = new JsonObject { ["self"] = view.Call.Links.Api(path) };
        return json;
    }
}
