using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Files that lie beside a repository. Their bytes are in its git, where they go with it.</summary>
internal static class DownloadOperations
{
    private const string FileName = "name";

    private static readonly FieldSchema s_schema = FieldSchema.Of("commit_file");

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add("GET ~/downloads", List);
        handlers.Add("POST ~/downloads", UploadAsync);
        handlers.Add("GET ~/downloads/{filename}", Get);
        handlers.Add("DELETE ~/downloads/{filename}", Delete);
    }

    private static string OwnerOf(HostedRepository repository) => $"{repository.Uuid}/downloads";

    private static ApiAnswer List(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        return ApiAnswer.Ok(ItemList.ToPage(
            [.. call.Data.All<Item>(OwnerOf(repository)).Reverse().Select(file => new Lazy<JsonObject>(() => ToJson(call, repository, file)))], s_schema, call));
    }

    private static async Task<ApiAnswer> UploadAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository(AccessLevel.Write);
        IReadOnlyList<(string Name, byte[] Content)> files = await ReadAsync(call);
        foreach ((string name, byte[] content) in files)
        {
            JsonObject record = new()
            {
                [FileName] = name,
                ["hash"] = await repository.Git.WriteBlobAsync(content, call.CancellationToken),
                ["size"] = content.Length,
                ["account"] = call.RequireAccount().Uuid,
            };

            // One of the same name takes its place, and begins to count anew.
            call.Data.Remove<Item>(IdOf(name), OwnerOf(repository));
            call.Data.Put(new Item(IdOf(name), record, call.Now, call.Now), OwnerOf(repository));
        }

        return new ApiAnswer(201, Body: null).With("Location", $"{call.Links.Origin}/2.0/repositories/{repository.FullName}/downloads");
    }

    private static ApiAnswer Get(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        return ApiAnswer.Redirect(302, MediaLink.ToDownload(call, repository, Require(call, repository)));
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository(AccessLevel.Write);
        call.Data.Remove<Item>(Require(call, repository).Id, OwnerOf(repository));
        return ApiAnswer.NoContent;
    }

    /// <summary>The bytes of a file; null if it is gone.</summary>
    public static async Task<byte[]?> ReadAsync(World world, string repositoryUuid, string id, CancellationToken cancellationToken)
        => world.FindRepository(repositoryUuid) is { } repository && world.Data.Find<Item>(id, OwnerOf(repository)) is { } file
            ? await repository.Git.ReadBlobAsync(file.Text("hash")!, cancellationToken)
            : null;

    private static Item Require(ApiCall call, HostedRepository repository)
    {
        string name = call.Path("filename");
        return call.Data.Find<Item>(IdOf(name), OwnerOf(repository)) ?? throw ApiErrors.NotFound($"Download {name}");
    }

    // Ids are found in any case, and names of files are not: README.txt and readme.txt are two of them.
    private static string IdOf(string name) => StableId.Uuid("download", name);

    private static async Task<IReadOnlyList<(string Name, byte[] Content)>> ReadAsync(ApiCall call)
    {
        string boundary = MultipartForm.BoundaryOf(call.Http.Request, "multipart/form-data")
            ?? throw new ApiException(406, "The files have to come as multipart/form-data.");
        List<(string, byte[])> files = [];
        await foreach (FormPart part in MultipartForm.ReadAsync(call.Http.Request, boundary, call.CancellationToken))
        {
            files.Add((RequireFileName(part), part.Content));
        }

        return files.Count > 0 ? files : throw ApiErrors.BadField("files", "There is no file.");
    }

    private static string RequireFileName(FormPart part)
        => part.Name is "files" && Path.GetFileName(part.FileName) is { Length: > 0 } name
            ? name
            : throw ApiErrors.BadField(part.Name.Length == 0 ? "files" : part.Name, "Every file has to be called \"files\" in the form, and to have a name of its own.");

    private static JsonObject ToJson(ApiCall call, HostedRepository repository, Item file) => new()
    {
        ["type"] = "download",
        ["name"] = file.Text(FileName),
        ["size"] = file.Content.Integer("size"),
        ["downloads"] = 0,
        ["created_on"] = AccountJson.Time(file.CreatedOn),
        ["user"] = call.World.FindAccount(file.Text("account")!) is { } account ? AccountJson.Brief(account, call.Links) : null,
        ["links"] = new JsonObject { ["self"] = call.Links.Api($"repositories/{repository.FullName}/downloads/{PercentCoding.Encode(file.Text(FileName)!)}") },
    };
}
