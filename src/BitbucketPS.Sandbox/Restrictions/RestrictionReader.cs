using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Reads branch restrictions out of bodies.</summary>
internal static class RestrictionReader
{
    /// <summary>A restriction with what a body says about it.</summary>
    /// <param name="restriction">As it is.</param>
    /// <param name="repository">Where it is to hold.</param>
    /// <param name="call">The request.</param>
    /// <exception cref="ApiException">400 if it makes no sense, 409 if there is one that says the same.</exception>
    public static BranchRestriction Apply(BranchRestriction restriction, HostedRepository repository, ApiCall call)
    {
        JsonObject body = call.Json;
        BranchRestriction changed = WithMatch(WithKind(restriction, body), body);
        RequireFitting(changed, body);
        changed = changed with
        {
            Value = body.ContainsKey("value") ? body.Integer("value") : changed.Value,
            Users = body["users"] is JsonArray users ? ReadUsers(users, repository, call.World) : changed.Users,
            Groups = body["groups"] is JsonArray groups ? ReadGroups(groups, repository, call.Data) : changed.Groups,
        };
        RequireValue(changed);
        BranchRestriction? same = call.Data.All<BranchRestriction>(repository.Uuid)
            .FirstOrDefault(other => other.Number != changed.Number && other.Repeats(changed));
        return same is null
            ? changed
            : throw new ApiException(409, $"A branch restriction of kind {changed.Kind} for these branches exists already.") { Facts = new() { ["id"] = same.Number } };
    }

    // Another kind does not keep what it cannot have.
    private static BranchRestriction WithKind(BranchRestriction restriction, JsonObject body)
    {
        string kind = body.Text("kind") ?? restriction.Kind;
        bool hasExceptions = RestrictionKinds.HasExceptions(kind);
        return restriction with
        {
            Kind = kind,
            Value = RestrictionKinds.HasValue(kind) ? restriction.Value : null,
            Users = hasExceptions ? restriction.Users : [],
            Groups = hasExceptions ? restriction.Groups : [],
        };
    }

    private static BranchRestriction WithMatch(BranchRestriction restriction, JsonObject body)
    {
        // Clients that know nothing of branching models send a pattern alone.
        string kind = body.Text("branch_match_kind")
            ?? (body.ContainsKey("branch_type") ? BranchRestriction.Model : body.ContainsKey("pattern") ? BranchRestriction.Glob : restriction.MatchKind);
        if (kind is BranchRestriction.Model)
        {
            return string.IsNullOrEmpty(body.Text("pattern"))
                ? restriction with { MatchKind = kind, Pattern = "", BranchType = body.Text("branch_type") ?? restriction.BranchType ?? throw Missing("branch_type") }
                : throw ApiErrors.BadField("pattern", "only glob restrictions have a pattern");
        }

        string pattern = body.Text("pattern") ?? restriction.Pattern;
        return body.Text("branch_type") is null
            ? restriction with { MatchKind = kind, Pattern = pattern.Length > 0 ? pattern : throw Missing("pattern"), BranchType = null }
            : throw ApiErrors.BadField("branch_type", "only branching_model restrictions have a branch type");
    }

    private static void RequireFitting(BranchRestriction restriction, JsonObject body)
    {
        foreach (string name in (string[])["users", "groups"])
        {
            if (!RestrictionKinds.HasExceptions(restriction.Kind) && body[name] is JsonArray { Count: > 0 })
            {
                throw ApiErrors.BadField(name, $"{restriction.Kind} has no exceptions");
            }
        }
    }

    private static void RequireValue(BranchRestriction restriction)
    {
        bool isNeeded = RestrictionKinds.HasValue(restriction.Kind);
        if (isNeeded ? restriction.Value is not > 0 : restriction.Value is not null)
        {
            throw ApiErrors.BadField("value", isNeeded ? "must be 1 or more" : $"{restriction.Kind} takes no value");
        }
    }

    private static string[] ReadUsers(JsonArray users, HostedRepository repository, World world)
        => [.. users.OfType<JsonObject>().Select(user => ReadUser(user, repository, world).Uuid).Distinct(StringComparer.Ordinal)];

    private static Account ReadUser(JsonObject user, HostedRepository repository, World world)
    {
        string id = user.Text("uuid") ?? user.Text("account_id") ?? throw Missing("users.uuid");
        return world.FindAccount(id) is { } account && AccessRules.LevelOf(account, repository) >= AccessLevel.Read
            ? account
            : throw ApiErrors.BadField("users", $"{id} is nobody with access to this repository");
    }

    private static string[] ReadGroups(JsonArray groups, HostedRepository repository, Data data)
        => [.. groups.OfType<JsonObject>().Select(group => ReadGroup(group, repository, data).Slug).Distinct(StringComparer.Ordinal)];

    private static Group ReadGroup(JsonObject group, HostedRepository repository, Data data)
    {
        string slug = group.RequireText("slug", "groups.slug");
        return data.Find<Group>(slug, repository.Workspace.Uuid) ?? throw ApiErrors.BadField("groups", $"{slug} is no group of this workspace");
    }

    private static ApiException Missing(string name) => ApiErrors.BadField(name, "required key not provided");
}
