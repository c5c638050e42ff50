using System.Net;
using BitbucketPS.Client.Tests.Http;
using BitbucketPS.Client.Tests.Json;

namespace BitbucketPS.Client.Tests.Source;

public sealed class SourceClientTests
{
    private const string Root = "https://api.bitbucket.org/2.0/repositories/acme/web";
    private const string Hash = "0123456789abcdef0123456789abcdef01234567";

    private static readonly RepositoryId s_repository = new("acme/web");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Find_Hash_NeedsNoRequest()
    {
        using BitbucketClient client = new ScriptedTransport().CreateClient();

        Assert.Equal(Hash, await client.Source.FindCommitAsync(s_repository, Hash, Token));
        Assert.Equal("main", await client.Source.FindCommitAsync(s_repository, "main", Token));
    }

    [Fact]
    public async Task Gotcha17_NameWithASlash_IsFoundByItsCommit()
    {
        ScriptedTransport transport = new(Answers.Json($$"""{"values": [{"hash": "{{Hash}}"}]}"""));
        using BitbucketClient client = transport.CreateClient();

        Assert.Equal(Hash, await client.Source.FindCommitAsync(s_repository, "v/1", Token));
        Assert.Equal([$"GET {Root}/commits?include=v%2F1&pagelen=1"], transport.Lines);
    }

    [Fact]
    public async Task Gotcha17_NameWithASlash_UnknownToTheService_IsNamed()
    {
        ScriptedTransport transport = new(Answers.Json("""{"error": {"message": "Commit not found"}}""", HttpStatusCode.NotFound));
        using BitbucketClient client = transport.CreateClient();

        BitbucketException error = await Assert.ThrowsAsync<BitbucketException>(() => client.Source.FindCommitAsync(s_repository, "v/1", Token));

        Assert.Equal(BitbucketErrorKind.NotFound, error.Kind);
        Assert.Contains("'v/1'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_TooDeep_IsReadInSmallerParts()
    {
        ScriptedTransport transport = new(
            TooMuch(),
            TooMuch(),
            Page(("a", true), ("a/b", true), ("a/b/c", true), ("f", false)),
            Page(("a/b/c/g", false)));
        using BitbucketClient client = transport.CreateClient();

        List<SourceEntry> all = await client.Source.ListAsync(s_repository, Hash, "", new() { Depth = SourceQuery.AllLevels }, Token).ToListAsync(Token);

        Assert.Equal(["a", "a/b", "a/b/c", "f", "a/b/c/g"], all.Select(entry => entry.Path));
        Assert.Equal(["directory", "directory", "directory", "file", "file"], all.Select(entry => entry.Type));
        Assert.Equal(
            [$"GET {Root}/src/{Hash}/?max_depth=50&pagelen=100", $"GET {Root}/src/{Hash}/?max_depth=12&pagelen=100", $"GET {Root}/src/{Hash}/?max_depth=3&pagelen=100", $"GET {Root}/src/{Hash}/a/b/c/?max_depth=3&pagelen=100"],
            transport.Lines);
    }

    [Fact]
    public async Task List_TooDeepWithAFilter_LooksForDirectoriesByThemselves()
    {
        ScriptedTransport transport = new(TooMuch(), Page(("f", false)), Page(("a", true)), Page(("a/g", false)), Page());
        using BitbucketClient client = transport.CreateClient();
        SourceQuery query = new() { Depth = 4, Filter = "type = \"commit_file\"", First = 2 };

        List<SourceEntry> all = await client.Source.ListAsync(s_repository, Hash, "", query, Token).ToListAsync(Token);

        Assert.Equal(["f", "a/g"], all.Select(entry => entry.Path));
        Assert.Contains("commit_directory", transport.Lines.ElementAt(2), StringComparison.Ordinal);
        Assert.Equal(4, transport.Requests.Count);
    }

    [Fact]
    public async Task List_TooMuchForOneLevel_IsAnError()
    {
        using BitbucketClient client = new ScriptedTransport(TooMuch()).CreateClient();

        BitbucketApiException error = await Assert.ThrowsAsync<BitbucketApiException>(
            () => client.Source.ListAsync(s_repository, Hash, "", query: null, Token).ToListAsync(Token).AsTask());

        Assert.Equal((HttpStatusCode)555, error.StatusCode);
    }

    [Fact]
    public async Task Gotcha16_FileElsewhere_GetsNoCredential()
    {
        ScriptedTransport transport = new(
            Answers.Redirect(HttpStatusCode.MovedPermanently, "https://media.example.org/large"), Answers.Text("large", "application/octet-stream"));
        using BitbucketClient client = transport.CreateClient(new CountingSigner());
        using MemoryStream content = new();

        Assert.Equal(5, await client.Source.CopyFileAsync(s_repository, Hash, "large.bin", content, Token));
        Assert.NotNull(transport.Requests[0].Authorization);
        Assert.Null(transport.Requests[1].Authorization);
    }

    [Fact]
    public async Task Commit_Files_AreAFormWithUtf8NamesAndMetadata()
    {
        ScriptedTransport transport = new(
            Answers.Empty(HttpStatusCode.Created).With("Location", $"{Root}/commit/{Hash}"), Answers.Json($$"""{"hash": "{{Hash}}"}"""));
        using BitbucketClient client = transport.CreateClient();

        Commit commit = await client.Source.CommitAsync(
            s_repository,
            new()
            {
                Message = "größe\n\nmore",
                Branch = "feature/x",
                Author = "Ada <ada@acme.example>",
                Parent = Hash,
                Deleted = ["old.txt"],
                Files = [new("/src/ü \"q\".sh", "hi"u8.ToArray()) { IsExecutable = true }, new("message", "text"u8.ToArray()), new("l", "a"u8.ToArray()) { IsLink = true }],
            },
            Token);

        RecordedRequest sent = transport.Requests[0];
        Assert.Equal($"POST {Root}/src", sent.Line);
        Assert.StartsWith("multipart/form-data; boundary=", sent.ContentType, StringComparison.Ordinal);
        Assert.Contains("form-data; name=\"message\"\r\n\r\ngröße\n\nmore\r\n", sent.Body, StringComparison.Ordinal);
        Assert.Contains("form-data; name=\"branch\"\r\n\r\nfeature/x\r\n", sent.Body, StringComparison.Ordinal);
        Assert.Contains($"form-data; name=\"parents\"\r\n\r\n{Hash}\r\n", sent.Body, StringComparison.Ordinal);
        Assert.Contains("form-data; name=\"author\"\r\n\r\nAda <ada@acme.example>\r\n", sent.Body, StringComparison.Ordinal);
        Assert.Contains("form-data; name=\"files\"\r\n\r\n/old.txt\r\n", sent.Body, StringComparison.Ordinal);
        Assert.Contains("form-data; name=\"/src/ü \\\"q\\\".sh\"; filename=\"ü \\\"q\\\".sh\"; x-attributes=\"executable\"\r\n\r\nhi\r\n", sent.Body, StringComparison.Ordinal);
        Assert.Contains("form-data; name=\"/message\"; filename=\"message\"\r\n\r\ntext\r\n", sent.Body, StringComparison.Ordinal);
        Assert.Contains("x-attributes=\"link\"", sent.Body, StringComparison.Ordinal);
        Assert.Equal((Hash, s_repository), (commit.Hash, commit.Repository));
    }

    [Fact]
    public async Task Commit_AnswerWithoutAPlace_SaysThatItMayBeDone()
    {
        using BitbucketClient client = new ScriptedTransport(Answers.Empty(HttpStatusCode.Created)).CreateClient();

        BitbucketException error = await Assert.ThrowsAsync<BitbucketException>(
            () => client.Source.CommitAsync(s_repository, new() { Message = "m", Files = [new("a", default)] }, Token));

        Assert.Equal(BitbucketErrorKind.UnexpectedResponse, error.Kind);
        Assert.NotNull(error.RecommendedAction);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("a\nb")]
    [InlineData("dir/")]
    public async Task Commit_PathThatIsNone_IsNotSent(string path)
    {
        ScriptedTransport transport = new();
        using BitbucketClient client = transport.CreateClient();

        BitbucketException error = await Assert.ThrowsAsync<BitbucketException>(
            () => client.Source.CommitAsync(s_repository, new() { Message = "m", Files = [new(path, default)] }, Token));

        Assert.Equal(BitbucketErrorKind.InvalidArgument, error.Kind);
        Assert.Empty(transport.Requests);
    }

    [Fact]
    public async Task History_AskedFor_WantsWhatTheListLeavesOut()
    {
        ScriptedTransport transport = new(Answers.Json("""{"values": []}"""));
        using BitbucketClient client = transport.CreateClient(trims: true);

        await client.Source.ListHistoryAsync(s_repository, Hash, "a", query: null, Token).ToListAsync(Token);

        string line = Uri.UnescapeDataString(transport.Lines.Single());
        Assert.All(
            ["+values.commit.date", "+values.commit.author", "+values.commit.message"],
            field => Assert.Contains(field, line, StringComparison.Ordinal));
        Assert.Contains("-values.commit.links", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("goscm-src-meta.json", "README.md", "0846a192175701903ddd9264ece31922d8437c1a", 39)]
    [InlineData("jenkins-src-meta.json", "script.bat", "fb522a6f08c7c7df337312e4e65ec1b57710672e", 28)]
    [InlineData("jenkins-src-meta-folder.json", "folder/file.properties", "e43fdffe2def75053da30efa8204d0317a0b932a", 35)]
    public async Task Entry_Recorded_IsWhole(string file, string path, string commit, long size)
    {
        using BitbucketClient client = RecordedAnswers.CreateClient(file);

        SourceEntry entry = await client.Source.GetAsync(s_repository, Hash, "any", Token);

        Assert.Equal((path, "file", commit, (long?)size, s_repository), (entry.Path, entry.Type, entry.Commit, entry.Size, entry.Repository));
        Assert.Equal(path.Split('/')[^1], entry.Name);
        Assert.StartsWith("https://", entry.Links?.Self, StringComparison.Ordinal);
        Assert.Empty(entry.Attributes);
    }

    [Fact]
    public async Task Entries_Recorded_AreWhole()
    {
        using BitbucketClient client = RecordedAnswers.CreateClient("goscm-src-directory.json");

        List<SourceEntry> some = await client.Source.ListAsync(s_repository, Hash, "packages/activity", query: null, Token).Take(10).ToListAsync(Token);

        Assert.Equal(10, some.Count);
        Assert.All(some, entry => Assert.Equal("710db794f15bd187db9e7a7b952aac48ebac08bb", entry.Commit));
        Assert.All(some, entry => Assert.StartsWith("packages/activity/", entry.Path, StringComparison.Ordinal));
        Assert.All(some, entry => Assert.Equal(entry.Type is "file", entry.Size is not null));
        Assert.Contains(some, entry => entry.MediaType is "application/json");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"path": null, "type": null, "commit": null, "attributes": null, "size": null, "mimetype": null, "links": null}""")]
    [InlineData("""{"commit": {"hash": null}, "attributes": []}""")]
    public async Task Entry_AbsentAndNull_AreEmpty(string json)
    {
        using BitbucketClient client = new ScriptedTransport(Answers.Json(json)).CreateClient();

        SourceEntry entry = await client.Source.GetAsync(s_repository, Hash, "a", Token);

        Assert.Equal(("", "", "", "", ""), (entry.Path, entry.Name, entry.Type, entry.Commit, $"{entry}"));
        Assert.Empty(entry.Attributes);
    }

    [Theory]
    [InlineData("""{"attributes": "executable", "type": "commit_file"}""", "file", "executable")]
    [InlineData("""{"attributes": ["link", 7, "of_tomorrow"], "type": "commit_of_tomorrow"}""", "of_tomorrow", "link of_tomorrow")]
    [InlineData("""{"type": "odd"}""", "odd", "")]
    public async Task Entry_OddShapes_AreRead(string json, string type, string attributes)
    {
        using BitbucketClient client = new ScriptedTransport(Answers.Json(json)).CreateClient();

        SourceEntry entry = await client.Source.GetAsync(s_repository, Hash, "a", Token);

        Assert.Equal((type, attributes), (entry.Type, string.Join(' ', entry.Attributes)));
    }

    private static HttpResponseMessage TooMuch()
        => Answers.Json("""{"error": {"message": "The request took too long."}}""", (HttpStatusCode)555);

    private static HttpResponseMessage Page(params (string Path, bool IsDirectory)[] entries)
    {
        IEnumerable<string> values = entries.Select(entry => $$"""{"path": "{{entry.Path}}", "type": "{{(entry.IsDirectory ? "commit_directory" : "commit_file")}}"}""");
        return Answers.Json($$"""{"values": [{{string.Join(',', values)}}]}""");
    }
}
