using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The operations about branches.</summary>
internal static class BranchOperations
{
    private static readonly FieldSchema s_schema = FieldSchema.Of("branch", "name");

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add("GET ~/refs/branches", ListAsync);
        handlers.Add("POST ~/refs/branches", CreateAsync);
        handlers.Add("GET ~/refs/branches/{name*}", GetAsync);
        handlers.Add("DELETE ~/refs/branches/{name*}", DeleteAsync);
    }

    private static async Task<ApiAnswer> ListAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        IReadOnlyList<GitBranch> branches = await repository.Git.ListBranchesAsync(call.CancellationToken);

        // Lazy: without a filter or an order only the branches of the page are written out.
        IEnumerable<Lazy<JsonObject>> items = branches.Select(
            branch => new Lazy<JsonObject>(() => BranchJson.Full(branch, repository, call.Links)));
        return ApiAnswer.Ok(ItemList.ToPage([.. items], s_schema, call));
    }

    private static async Task<ApiAnswer> GetAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        GitBranch branch = await RequireBranchAsync(call, repository);
        return ApiAnswer.Ok(BranchJson.Full(branch, repository, call.Links));
    }

    private static async Task<ApiAnswer> CreateAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository(AccessLevel.Write);
        NewBranch wanted = NewBranch.Read(call.Json);
        await RequireValidNameAsync(wanted.Name, call.CancellationToken);
        RestrictedBranches.RequirePush(call, repository, wanted.Name);
        string hash = await ResolveTargetAsync(repository.Git, wanted.Target, call.CancellationToken);
        switch (await repository.Git.CreateBranchAsync(wanted.Name, hash, call.CancellationToken))
        {
            case RefCreation.AlreadyExists:
                throw Conflict($"Branch \"{wanted.Name}\" already exists.", "BRANCH_ALREADY_EXISTS");
            case RefCreation.Refused:
                throw Conflict($"Branch \"{wanted.Name}\" conflicts with another branch.", "BRANCH_NAME_CONFLICT");
            default:
                return await CreatedAsync(call, repository, wanted.Name);
        }
    }

    private static async Task<ApiAnswer> DeleteAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository(AccessLevel.Write);
        GitBranch branch = await RequireBranchAsync(call, repository);
        RestrictedBranches.RequireDelete(call, repository, branch.Name);
        string main = await repository.Git.ReadMainBranchAsync(call.CancellationToken);
        if (string.Equals(branch.Name, main, StringComparison.Ordinal))
        {
            // The API description: "The main branch is not allowed to be deleted and will return a 400 response."
            throw new ApiException(400, $"Branch \"{main}\" is the main branch and cannot be deleted.");
        }

        if (!await repository.Git.DeleteBranchAsync(branch, call.CancellationToken))
        {
            throw new ApiException(409, $"Branch \"{branch.Name}\" changed while it was being deleted.");
        }

        call.World.Touch(repository, call.Now);
        return new(204, Body: null);
    }

    private static async Task<GitBranch> RequireBranchAsync(ApiCall call, HostedRepository repository)
    {
        string name = call.Path("name");
        return await repository.Git.FindBranchAsync(name, call.CancellationToken)
            ?? throw new ApiException(404, $"Branch \"{name}\" does not exist.");
    }

    private static async Task RequireValidNameAsync(string name, CancellationToken cancellationToken)
    {
        // The API description: "The branch name should not include any prefixes (e.g. refs/heads)."
        if (name.StartsWith("refs/", StringComparison.Ordinal)
            || !await GitRepository.IsBranchNameAsync(name, cancellationToken))
        {
            throw ApiErrors.BadField("name", $"\"{name}\" is not a valid branch name.", "Invalid branch name");
        }
    }

    private static async Task<string> ResolveTargetAsync(
        GitRepository git, string target, CancellationToken cancellationToken)
        => (await git.FindBranchAsync(target, cancellationToken))?.Target.Hash
            ?? await git.ResolveHashAsync(target, cancellationToken)
            ?? throw ApiErrors.BadField("target.hash", $"\"{target}\" is neither a commit nor a branch.", "Invalid target");

    private static async Task<ApiAnswer> CreatedAsync(ApiCall call, HostedRepository repository, string name)
    {
        call.World.Touch(repository, call.Now);
        GitBranch branch = await repository.Git.FindBranchAsync(name, call.CancellationToken)
            ?? throw new ApiException(409, $"Branch \"{name}\" was deleted while it was being made.");
        return new(201, BranchJson.Full(branch, repository, call.Links));
    }

    private static ApiException Conflict(string message, string key)
        => new(400, message) { Facts = new JsonObject { ["key"] = key } };
}
