using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Making, reading, changing and deleting snippets.</summary>
internal static class SnippetOperations
{
    private static readonly FieldSchema s_schema = FieldSchema.Of("snippet");

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add("POST /snippets", call => CreateAsync(call, SnippetLookup.FirstOwn(call)));
        handlers.Add("GET /snippets/{workspace}", List);
        handlers.Add("POST /snippets/{workspace}", call => CreateAsync(call, call.RequireOwnWorkspace()));
        handlers.Add("GET /snippets/{workspace}/{encoded_id}", GetAsync);
        handlers.Add("PUT /snippets/{workspace}/{encoded_id}", UpdateAsync);
        handlers.Add("DELETE /snippets/{workspace}/{encoded_id}", Delete);
        handlers.Add("GET /snippets/{workspace}/{encoded_id}/watch", call => Watch(call, isWanted: null));
        handlers.Add("PUT /snippets/{workspace}/{encoded_id}/watch", call => Watch(call, isWanted: true));
        handlers.Add("DELETE /snippets/{workspace}/{encoded_id}/watch", call => Watch(call, isWanted: false));
    }

    private static ApiAnswer List(ApiCall call)
    {
        Workspace workspace = call.RequireWorkspace();
        string? me = call.Credential?.Account.Uuid;
        bool ownOnly = call.Query["role"] is "owner" or "contributor";
        IEnumerable<Snippet> snippets = call.Data.All<Snippet>(workspace.Uuid)
            .Where(snippet => SnippetLookup.IsVisible(call, workspace, snippet))
            .Where(snippet => !ownOnly || string.Equals(snippet.CreatorUuid, me, StringComparison.Ordinal));
        return ApiAnswer.Ok(ItemList.ToPage(
            [.. snippets.Select(snippet => new Lazy<JsonObject>(() => SnippetJson.Brief(snippet, workspace, call.World, call.Links)))], s_schema, call));
    }

    private static async Task<ApiAnswer> CreateAsync(ApiCall call, Workspace workspace)
    {
        if (!call.Sees(workspace))
        {
            throw ApiErrors.NoSuchWorkspace(workspace.Slug);
        }

        SnippetBody body = await SnippetBody.ReadAsync(call);
        string id = SnippetLookup.NewId(call.Data, workspace);
        Snippet snippet = new(id)
        {
            Title = body.Title ?? "",
            IsPrivate = body.IsPrivate ?? true,
            CreatorUuid = call.RequireAccount().Uuid,
            Folder = $".snippets/{id}.git",
            CreatedOn = call.Now,
            UpdatedOn = call.Now,
        };
        GitRepository git = call.World.Storage.Open(snippet.Folder);
        Directory.CreateDirectory(git.Path);
        await git.InitialiseAsync(SeedHistory.MainBranch, call.CancellationToken);
        string hash = await WriteAsync(call, git, parent: null, body.Files);
        call.Data.Put(snippet, workspace.Uuid);
        JsonObject json = await SnippetJson.FullAsync(call, workspace, snippet, hash);
        return ApiAnswer.Created(json).With("Location", (string)json["links"]!["self"]!["href"]!);
    }

    private static async Task<ApiAnswer> GetAsync(ApiCall call)
    {
        (Workspace workspace, Snippet snippet, GitRepository git) = SnippetLookup.Require(call);
        return ApiAnswer.Ok(await SnippetJson.FullAsync(call, workspace, snippet, await HeadAsync(call, git)));
    }

    private static Task<ApiAnswer> UpdateAsync(ApiCall call) => UpdateAsync(call, version: null);

    /// <summary>Changes the snippet of the path.</summary>
    /// <param name="call">The request.</param>
    /// <param name="version">The version that the client has in mind; null for whichever is the newest.</param>
    /// <exception cref="ApiException">405 if the version is not the newest one.</exception>
    public static async Task<ApiAnswer> UpdateAsync(ApiCall call, string? version)
    {
        (Workspace workspace, Snippet snippet, GitRepository git) = SnippetLookup.RequireOwn(call);
        string head = await HeadAsync(call, git);
        RequireNewest(version, head);
        SnippetBody body = await SnippetBody.ReadAsync(call);
        string hash = body.Files.Count == 0 ? head : await WriteAsync(call, git, head, body.Files);
        Snippet changed = snippet with
        {
            Title = body.Title ?? snippet.Title,
            IsPrivate = body.IsPrivate ?? snippet.IsPrivate,
            UpdatedOn = call.Now,
        };
        call.Data.Put(changed, workspace.Uuid);
        return ApiAnswer.Ok(await SnippetJson.FullAsync(call, workspace, changed, hash));
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        (Workspace workspace, Snippet snippet, _) = SnippetLookup.RequireOwn(call);
        call.Data.Remove<Snippet>(snippet.Id, workspace.Uuid);
        call.Data.RemoveOwner(snippet.OwnerIn(workspace));
        call.World.Storage.Delete(snippet.Folder);
        return ApiAnswer.NoContent;
    }

    /// <summary>Deletes the snippet of the path, if a version is the newest one.</summary>
    /// <exception cref="ApiException">405 if it is not.</exception>
    public static async Task<ApiAnswer> DeleteAsync(ApiCall call, string version)
    {
        (_, _, GitRepository git) = SnippetLookup.RequireOwn(call);
        RequireNewest(version, await HeadAsync(call, git));
        return Delete(call);
    }

    private static ApiAnswer Watch(ApiCall call, bool? isWanted)
    {
        (Workspace workspace, Snippet snippet, _) = SnippetLookup.Require(call);
        string me = call.RequireAccount().Uuid;
        if (isWanted is { } wanted)
        {
            IEnumerable<string> others = snippet.Watchers.Where(uuid => !string.Equals(uuid, me, StringComparison.Ordinal));
            call.Data.Put(snippet with { Watchers = wanted ? [.. others, me] : [.. others] }, workspace.Uuid);
            return ApiAnswer.NoContent;
        }

        return snippet.Watchers.Contains(me, StringComparer.Ordinal) ? ApiAnswer.NoContent : throw ApiErrors.NotFound("Watch");
    }

    private static void RequireNewest(string? version, string head)
    {
        if (version is not null && !string.Equals(version, head, StringComparison.Ordinal))
        {
            throw new ApiException(405, "Only the newest version of a snippet can be changed or deleted.");
        }
    }

    private static async Task<string> HeadAsync(ApiCall call, GitRepository git)
        => await git.ResolveAsync("HEAD", call.CancellationToken) ?? throw ApiErrors.NotFound("The files of the snippet");

    private static async Task<string> WriteAsync(ApiCall call, GitRepository git, string? parent, IReadOnlyList<GitFileWrite> files)
    {
        if (files.FirstOrDefault(file => !GitPath.IsOfFile(file.Path)) is { } impossible)
        {
            throw ApiErrors.BadField(impossible.Path, "is no path of a file");
        }

        Account account = call.RequireAccount();
        GitIdentity author = new(account.DisplayName, account.Email, call.Now);
        string hash = await git.WriteFilesAsync(parent, files, author, author, "Snippet edited\n", CancellationToken.None);
        bool isMoved = parent is null
            ? await git.CreateBranchAsync(SeedHistory.MainBranch, hash, CancellationToken.None) is RefCreation.Created
            : await git.MoveBranchAsync(SeedHistory.MainBranch, hash, parent, CancellationToken.None);
        return isMoved ? hash : throw new ApiException(409, "The snippet changed meanwhile.");
    }
}
