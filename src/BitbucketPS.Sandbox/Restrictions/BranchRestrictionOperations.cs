using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The operations about branch restrictions.</summary>
internal static class BranchRestrictionOperations
{
    private static readonly FieldSchema s_schema = FieldSchema.Of("branchrestriction");

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add("GET ~/branch-restrictions", List);
        handlers.Add("POST ~/branch-restrictions", Create);
        handlers.Add("GET ~/branch-restrictions/{id}", Get);
        handlers.Add("PUT ~/branch-restrictions/{id}", Update);
        handlers.Add("DELETE ~/branch-restrictions/{id}", Delete);
    }

    private static ApiAnswer List(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository(AccessLevel.Admin);
        IEnumerable<Lazy<JsonObject>> items = call.Data.All<BranchRestriction>(repository.Uuid)
            .Where(restriction => IsWanted(call.Query["kind"], restriction.Kind) && IsWanted(call.Query["pattern"], restriction.Pattern))
            .Select(restriction => new Lazy<JsonObject>(() => BranchRestrictionJson.Full(restriction, repository, call)));
        return ApiAnswer.Ok(ItemList.ToPage([.. items], s_schema, call));
    }

    private static ApiAnswer Create(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository(AccessLevel.Admin);
        BranchRestriction blank = new(call.Data.Next("branch restrictions"), call.Json.RequireText("kind"));
        BranchRestriction restriction = RestrictionReader.Apply(blank, repository, call);
        call.Data.Put(restriction, repository.Uuid);
        return ApiAnswer.Created(BranchRestrictionJson.Full(restriction, repository, call));
    }

    private static ApiAnswer Get(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository(AccessLevel.Admin);
        return ApiAnswer.Ok(BranchRestrictionJson.Full(Require(call, repository), repository, call));
    }

    private static ApiAnswer Update(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository(AccessLevel.Admin);
        BranchRestriction restriction = RestrictionReader.Apply(Require(call, repository), repository, call);
        call.Data.Put(restriction, repository.Uuid);
        return ApiAnswer.Ok(BranchRestrictionJson.Full(restriction, repository, call));
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository(AccessLevel.Admin);
        call.Data.Remove<BranchRestriction>(Require(call, repository).Id, repository.Uuid);
        return ApiAnswer.NoContent;
    }

    private static BranchRestriction Require(ApiCall call, HostedRepository repository)
        => call.Data.Find<BranchRestriction>(call.Path("id"), repository.Uuid)
            ?? throw ApiErrors.NotFound($"Branch restriction {call.Path("id")}");

    private static bool IsWanted(string? wanted, string actual)
        => wanted is null || string.Equals(wanted, actual, StringComparison.Ordinal);
}
