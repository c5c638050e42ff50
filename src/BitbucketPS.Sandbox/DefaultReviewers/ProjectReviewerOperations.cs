using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The operations about default reviewers of projects.</summary>
internal static class ProjectReviewerOperations
{
    private const string Path = "/workspaces/{workspace}/projects/{project_key}/default-reviewers";

    private static readonly FieldSchema s_schema = FieldSchema.Of("default_reviewer_and_type");

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add($"GET {Path}", List);
        handlers.Add($"GET {Path}/{{selected_user}}", Get);
        handlers.Add($"PUT {Path}/{{selected_user}}", Add);
        handlers.Add($"DELETE {Path}/{{selected_user}}", Remove);
    }

    private static ApiAnswer List(ApiCall call)
    {
        (_, Project project) = call.RequireProject(AccessLevel.Admin);
        IEnumerable<Lazy<JsonObject>> items = DefaultReviewers.OfProjectAlone(call.World, project)
            .Select(reviewer => new Lazy<JsonObject>(() => DefaultReviewers.ToJson(reviewer, call.Links)));
        return ApiAnswer.Ok(ItemList.ToPage([.. items], s_schema, call));
    }

    private static ApiAnswer Get(ApiCall call)
    {
        (_, Project project) = call.RequireProject(AccessLevel.Admin);
        return ApiAnswer.Ok(AccountJson.Brief(RequireReviewer(call, project), call.Links));
    }

    private static ApiAnswer Add(ApiCall call)
    {
        (Workspace workspace, Project project) = call.RequireProject(AccessLevel.Admin);
        Account account = call.RequireNamedAccount("selected_user");
        if (!account.IsActive || !call.World.IsMember(workspace, account))
        {
            throw new ApiException(400, $"{account.DisplayName} does not belong to this workspace.");
        }

        call.Data.Put(new DefaultReviewer(account.Uuid), project.Uuid);
        return ApiAnswer.Ok(AccountJson.Brief(account, call.Links));
    }

    private static ApiAnswer Remove(ApiCall call)
    {
        (_, Project project) = call.RequireProject(AccessLevel.Admin);
        call.Data.Remove<DefaultReviewer>(RequireReviewer(call, project).Uuid, project.Uuid);
        return ApiAnswer.NoContent;
    }

    // For projects the API documents 400 where it has 404 for repositories.
    private static Account RequireReviewer(ApiCall call, Project project)
    {
        Account account = call.RequireNamedAccount("selected_user");
        return call.Data.Find<DefaultReviewer>(account.Uuid, project.Uuid) is not null
            ? account
            : throw new ApiException(400, $"{account.DisplayName} is not a default reviewer of this project.");
    }
}
