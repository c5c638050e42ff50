using static BitbucketPS.Operations.OperationPaging;

namespace BitbucketPS.Operations;

/// <summary>Files offered for download beside a repository.</summary>
public static class DownloadOperations
{
    private static readonly OperationGroup s_group = new();

    /// <summary>All operations of this group.</summary>
    public static IReadOnlyList<Operation> All => s_group.All;

    /// <summary>Lists the files offered for download.</summary>
    public static Operation ListDownloads { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/downloads", scopes: "repository", granular: "read:repository:bitbucket", paging: ByLink);

    /// <summary>Uploads files as multipart form fields named <c>files</c>; a file of the same name is replaced.</summary>
    public static Operation UploadDownload { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/downloads", scopes: "repository:write", granular: "write:repository:bitbucket");

    /// <summary>Redirects to the bytes of one file, on another host.</summary>
    public static Operation GetDownload { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/downloads/{filename}", scopes: "repository", granular: "read:repository:bitbucket");

    /// <summary>Deletes one file.</summary>
    public static Operation DeleteDownload { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}/downloads/{filename}", scopes: "repository:write", granular: "write:repository:bitbucket");
}
