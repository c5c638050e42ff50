using System.Net;
using BitbucketPS.Client.Tests.Http;

namespace BitbucketPS.Client.Tests.Source;

public sealed class SourceRefusalTests
{
    private const string Root = "https://api.bitbucket.org/2.0/repositories/acme/web";
    private const string Hash = "0123456789abcdef0123456789abcdef01234567";

    private static readonly RepositoryId s_repository = new("acme/web");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("hello", "text/plain")]
    [InlineData("[1, 2]", "application/json")]
    [InlineData("""{"name": "web"}""", "application/json")]
    public async Task List_OfAFile_SaysThatItIsOne(string content, string type)
    {
        ScriptedTransport transport = new(Answers.Text(content, type), Answers.Json("""{"path": "a.x", "type": "commit_file"}"""));
        using BitbucketClient client = transport.CreateClient();

        BitbucketException error = await Assert.ThrowsAsync<BitbucketException>(
            () => client.Source.ListAsync(s_repository, Hash, "a.x/", query: null, Token).ToListAsync(Token).AsTask());

        Assert.Equal(BitbucketErrorKind.InvalidArgument, error.Kind);
        Assert.StartsWith("'a.x' is a file", error.Message, StringComparison.Ordinal);
        Assert.Equal($"GET {Root}/src/{Hash}/a.x?format=meta", transport.Lines.Last());
    }

    [Fact]
    public async Task List_AnsweredByAProxy_StaysUnexpected()
    {
        ScriptedTransport transport = new(Answers.Text("<html>", "text/html"), Answers.Text("<html>", "text/html"));
        using BitbucketClient client = transport.CreateClient();

        BitbucketException error = await Assert.ThrowsAsync<BitbucketException>(
            () => client.Source.ListAsync(s_repository, Hash, "a", query: null, Token).ToListAsync(Token).AsTask());

        Assert.Equal(BitbucketErrorKind.UnexpectedResponse, error.Kind);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("a", "path ~ \"x\"")]
    public async Task List_WithoutEntries_IsNoErrorWhereThatIsPossible(string path, string? filter)
    {
        ScriptedTransport transport = new(Answers.Json("""{"values": []}"""));
        using BitbucketClient client = transport.CreateClient();

        Assert.Empty(await client.Source.ListAsync(s_repository, Hash, path, new() { Filter = filter }, Token).ToListAsync(Token));
        Assert.Single(transport.Requests);
    }

    [Theory]
    [InlineData("Commit not found", "acme/web has no commits on its main branch yet.")]
    [InlineData("Repository acme/web not found", "Repository acme/web not found")]
    public async Task Find_NewestOfMain_TellsAnEmptyRepositoryFromNone(string answer, string expected)
    {
        using BitbucketClient client = new ScriptedTransport(Answers.Json($$$"""{"error": {"message": "{{{answer}}}"}}""", HttpStatusCode.NotFound)).CreateClient();

        BitbucketException error = await Assert.ThrowsAnyAsync<BitbucketException>(() => client.Source.FindCommitAsync(s_repository, commit: null, Token));

        Assert.Equal(BitbucketErrorKind.NotFound, error.Kind);
        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/src//./app.js", "src/app.js")]
    [InlineData(".//src/", "src")]
    [InlineData("..a/b..", "..a/b..")]
    public async Task Paths_AsPeopleWriteThem_AreSentClean(string path, string sent)
    {
        ScriptedTransport transport = new(Answers.Text("x", "text/plain"), Answers.Json("""{"values": []}"""));
        using BitbucketClient client = transport.CreateClient();
        using MemoryStream content = new();

        await client.Source.CopyFileAsync(s_repository, Hash, path, content, Token);
        await client.Commits.ListAsync(s_repository, new() { Path = path }, Token).ToListAsync(Token);

        Assert.Equal($"GET {Root}/src/{Hash}/{sent}", transport.Lines.First());
        Assert.Contains($"?path={Uri.EscapeDataString(sent)}&", transport.Lines.Last(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("a/../x")]
    [InlineData("..")]
    public async Task Paths_ThatLeadUp_AreNotSent(string path)
    {
        ScriptedTransport transport = new();
        using BitbucketClient client = transport.CreateClient();
        using MemoryStream content = new();

        BitbucketException error = await Assert.ThrowsAsync<BitbucketException>(() => client.Source.CopyFileAsync(s_repository, Hash, path, content, Token));

        Assert.Equal(BitbucketErrorKind.InvalidArgument, error.Kind);
        Assert.Contains($"'{path}'", error.Message, StringComparison.Ordinal);
        Assert.Empty(transport.Requests);
    }
}
