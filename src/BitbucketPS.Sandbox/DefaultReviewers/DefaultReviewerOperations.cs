using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The operations about default reviewers of repositories.</summary>
internal static class DefaultReviewerOperations
{
    private static readonly FieldSchema s_accounts = FieldSchema.Of("account");
    private static readonly FieldSchema s_effective = FieldSchema.Of("default_reviewer_and_type");

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add("GET ~/default-reviewers", List);
        handlers.Add("GET ~/default-reviewers/{target_username}", Get);
        handlers.Add("PUT ~/default-reviewers/{target_username}", Add);
        handlers.Add("DELETE ~/default-reviewers/{target_username}", Remove);
        handlers.Add("GET ~/effective-default-reviewers", ListEffective);
    }

    private static ApiAnswer List(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        IEnumerable<Lazy<JsonObject>> items = DefaultReviewers.Of(call.World, repository.Uuid)
            .Select(account => new Lazy<JsonObject>(() => AccountJson.Brief(account, call.Links)));
        return ApiAnswer.Ok(ItemList.ToPage([.. items], s_accounts, call));
    }

    private static ApiAnswer ListEffective(ApiCall call)
    {
        IEnumerable<Lazy<JsonObject>> items = DefaultReviewers.EffectiveOf(call.World, call.RequireRepository())
            .Select(reviewer => new Lazy<JsonObject>(() => DefaultReviewers.ToJson(reviewer, call.Links)));
        return ApiAnswer.Ok(ItemList.ToPage([.. items], s_effective, call));
    }

    private static ApiAnswer Get(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        return ApiAnswer.Ok(AccountJson.Brief(RequireReviewer(call, repository), call.Links));
    }

    private static ApiAnswer Add(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository(AccessLevel.Admin);
        Account account = call.RequireNamedAccount("target_username");
        if (!account.IsActive || AccessRules.LevelOf(account, repository) < AccessLevel.Read)
        {
            throw new ApiException(400, $"{account.DisplayName} does not have access to this repository.");
        }

        call.Data.Put(new DefaultReviewer(account.Uuid), repository.Uuid);
        return ApiAnswer.Ok(AccountJson.Brief(account, call.Links));
    }

    private static ApiAnswer Remove(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository(AccessLevel.Admin);
        call.Data.Remove<DefaultReviewer>(RequireReviewer(call, repository).Uuid, repository.Uuid);
        return ApiAnswer.NoContent;
    }

    private static Account RequireReviewer(ApiCall call, HostedRepository repository)
    {
        Account account = call.RequireNamedAccount("target_username");
        return call.Data.Find<DefaultReviewer>(account.Uuid, repository.Uuid) is not null
            ? account
            : throw new ApiException(404, $"{account.DisplayName} is not a default reviewer of this repository.");
    }
}
