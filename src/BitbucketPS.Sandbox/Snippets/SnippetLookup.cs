using System.Security.Cryptography;

namespace BitbucketPS.Sandbox;

/// <summary>Finds snippets for those who may see them.</summary>
internal static class SnippetLookup
{
    private const string Letters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>An id that no other snippet has.</summary>
    public static string NewId(Data data, Workspace workspace)
    {
        string id;
        do
        {
            id = RandomNumberGenerator.GetString(Letters, 6);
        }
        while (data.Find<Snippet>(id, workspace.Uuid) is not null);
        return id;
    }

    /// <summary>Where those go that name no workspace: the service has personal ones for them, which nobody has here.</summary>
    /// <exception cref="ApiException">404 if who asks belongs to none.</exception>
    public static Workspace FirstOwn(ApiCall call)
    {
        call.RequireCredential();
        return call.World.Workspaces.FirstOrDefault(call.Sees) ?? throw ApiErrors.NotFound("Workspace of yours");
    }

    /// <summary>Whether who asks may look at a snippet.</summary>
    public static bool IsVisible(ApiCall call, Workspace workspace, Snippet snippet) => !snippet.IsPrivate || call.Sees(workspace);

    /// <summary>The snippet of the path.</summary>
    /// <exception cref="ApiException">404 if there is none that who asks may see.</exception>
    public static (Workspace Workspace, Snippet Snippet, GitRepository Git) Require(ApiCall call)
    {
        Workspace workspace = call.RequireWorkspace();
        string id = call.Path("encoded_id");
        return call.Data.Find<Snippet>(id, workspace.Uuid) is { } snippet && IsVisible(call, workspace, snippet)
            ? (workspace, snippet, call.World.Storage.Open(snippet.Folder))
            : throw ApiErrors.NotFound($"Snippet {id}");
    }

    /// <summary>The snippet of the path, for whoever may change it.</summary>
    /// <exception cref="ApiException">404, or 403 if it is somebody else's.</exception>
    public static (Workspace Workspace, Snippet Snippet, GitRepository Git) RequireOwn(ApiCall call)
    {
        (Workspace workspace, Snippet snippet, GitRepository git) = Require(call);
        bool isOwn = string.Equals(snippet.CreatorUuid, call.RequireAccount().Uuid, StringComparison.Ordinal) || call.Administers(workspace);
        return isOwn ? (workspace, snippet, git) : throw new ApiException(403, "You cannot change the snippets of somebody else.");
    }

    /// <summary>The full hash of the version that the path names.</summary>
    /// <exception cref="ApiException">404 if there is none.</exception>
    public static async Task<string> RequireVersionAsync(ApiCall call, GitRepository git, string placeholder)
        => await git.ResolveHashAsync(call.Path(placeholder), call.CancellationToken) ?? throw ApiErrors.NotFound($"Version {call.Path(placeholder)}");
}
