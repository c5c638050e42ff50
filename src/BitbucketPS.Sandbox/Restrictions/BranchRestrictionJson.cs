using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Branch restrictions as the API answers them.</summary>
internal static class BranchRestrictionJson
{
    public static JsonObject Full(BranchRestriction restriction, HostedRepository repository, ApiCall call)
    {
        JsonObject json = new()
        {
            ["type"] = "branchrestriction",
            ["id"] = restriction.Number,
            ["kind"] = restriction.Kind,
            ["branch_match_kind"] = restriction.MatchKind,
            ["pattern"] = restriction.Pattern,
            ["value"] = restriction.Value,
            ["users"] = Users(restriction, call),
            ["groups"] = Groups(restriction, repository.Workspace, call),
            ["links"] = new JsonObject
            {
                ["self"] = call.Links.Api($"repositories/{repository.FullName}/branch-restrictions/{restriction.Id}"),
            },
        };
        if (restriction.BranchType is not null)
        {
            json["branch_type"] = restriction.BranchType;
        }

        return json;
    }

    private static JsonArray Users(BranchRestriction restriction, ApiCall call)
        => new([.. restriction.Users
            .Select(call.World.FindAccount)
            .OfType<Account>()
            .Select(account => AccountJson.Brief(account, call.Links))]);

    private static JsonArray Groups(BranchRestriction restriction, Workspace workspace, ApiCall call)
        => new([.. restriction.Groups
            .Select(slug => call.Data.Find<Group>(slug, workspace.Uuid))
            .OfType<Group>()
            .Select(group => GroupJson.Brief(group, workspace, call.Links))]);
}
