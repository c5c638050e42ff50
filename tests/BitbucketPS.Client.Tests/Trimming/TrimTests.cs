using System.Net;
using System.Text.Json.Nodes;
using BitbucketPS.Client.Tests.Http;
using BitbucketPS.Client.Tests.Json;

namespace BitbucketPS.Client.Tests.Trimming;

public sealed class TrimTests
{
    private const string Empty = """{"values": []}""";

    private static readonly RepositoryId s_repository = new("acme/web");

    [Fact]
    public async Task Branches_AskedFor_LeaveOutWhatTheModelDoesNotCarry()
    {
        string[] left = await LeftOutAsync(client => client.Refs.ListBranchesAsync(s_repository, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains("-values.target.parents", left);
        Assert.Contains("-values.target.repository", left);
        Assert.Contains("-values.target.author.user.links", left);
        Assert.Contains("-values.links.pullrequest_create", left);
        Assert.All(left, field => Assert.StartsWith("-values.", field, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("-values.name")]
    [InlineData("-values.target")]
    [InlineData("-values.target.hash")]
    [InlineData("-values.target.author")]
    [InlineData("-values.target.author.user")]
    [InlineData("-values.target.author.user.display_name")]
    [InlineData("-values.merge_strategies")]
    [InlineData("-values.links")]
    [InlineData("-values.links.html")]
    public async Task Branches_AskedFor_KeepWhatTheModelCarries(string field)
        => Assert.DoesNotContain(
            field,
            await LeftOutAsync(client => client.Refs.ListBranchesAsync(s_repository, cancellationToken: TestContext.Current.CancellationToken)));

    [Fact]
    public async Task Branches_Trimmed_AreTheSameAsWhole()
    {
        JsonObject whole = JsonNode.Parse(RecordedAnswers.Read("jenkins-branches-page.json"))!.AsObject();
        whole.Remove("next");
        JsonNode trimmed = whole.DeepClone();
        string[] left = await LeftOutAsync(client => client.Refs.ListBranchesAsync(s_repository, cancellationToken: TestContext.Current.CancellationToken));
        foreach (string field in left)
        {
            Remove(trimmed, field[1..].Split('.'));
        }

        Assert.InRange(trimmed.ToJsonString().Length, 1, whole.ToJsonString().Length / 2);
        Assert.Equal(await BranchesAsync(whole.ToJsonString()), await BranchesAsync(trimmed.ToJsonString()));
    }

    [Fact]
    public async Task Repositories_AskedFor_LeaveOutTheOwnerAndKeepTheAddresses()
    {
        string[] left = await LeftOutAsync(client => client.Repositories.ListAsync("acme", cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains("-values.owner", left);
        Assert.Contains("-values.links.watchers", left);
        Assert.Contains("-values.project.links", left);
        Assert.DoesNotContain("-values.links.clone", left);
        Assert.DoesNotContain("-values.mainbranch", left);
    }

    [Fact]
    public async Task Raw_List_IsAskedForWhole()
    {
        ScriptedTransport transport = new(Answers.Json(Empty));
        using BitbucketClient client = transport.CreateClient(trims: true);

        await client.Raw
            .ListAsync(new(HttpMethod.Get, "/repositories/acme/web/refs/branches"), options: null, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain("fields", Assert.Single(transport.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Single_Get_IsAskedForWhole()
    {
        ScriptedTransport transport = new(Answers.Json("""{"name": "main"}"""));
        using BitbucketClient client = transport.CreateClient(trims: true);

        await client.Refs.GetBranchAsync(s_repository, "main", TestContext.Current.CancellationToken);

        Assert.DoesNotContain("fields", Assert.Single(transport.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_ByTheServer_IsAskedForWholeThenAndLater()
    {
        const string Refusal = """{"type": "error", "error": {"message": "Bad request", "fields": {"fields": ["This operation has no such parameter."]}}}""";
        const string Next = "https://api.bitbucket.org/2.0/repositories/acme/web/refs/branches?pagelen=100&page=2";
        ScriptedTransport transport = new(
            Answers.Json(Refusal, HttpStatusCode.BadRequest),
            Answers.Json($$"""{"size": 2, "page": 1, "pagelen": 1, "values": [{"name": "a"}], "next": "{{Next}}"}"""),
            Answers.Json("""{"size": 2, "page": 2, "pagelen": 1, "values": [{"name": "b"}]}"""),
            Answers.Json(Empty));
        using BitbucketClient client = transport.CreateClient(trims: true);

        Assert.Equal(["a", "b"], await NamesAsync(client));
        Assert.Empty(await NamesAsync(client));
        Assert.Equal([true, false, false, false], transport.Lines.Select(line => line.Contains("fields=", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Refused_ForAnotherReason_IsAnError()
    {
        ScriptedTransport transport = new(Answers.Json("""{"error": {"message": "Invalid sort"}}""", HttpStatusCode.BadRequest));
        using BitbucketClient client = transport.CreateClient(trims: true);

        BitbucketException e = await Assert.ThrowsAsync<BitbucketApiException>(() => NamesAsync(client));

        Assert.Equal(BitbucketErrorKind.BadRequest, e.Kind);
        Assert.Single(transport.Requests);
    }

    // What the service does with "-a.b": lists are looked through.
    private static void Remove(JsonNode? node, ReadOnlySpan<string> path)
    {
        if (node is JsonArray list)
        {
            foreach (JsonNode? item in list)
            {
                Remove(item, path);
            }
        }
        else if (node is JsonObject item)
        {
            if (path.Length == 1)
            {
                item.Remove(path[0]);
            }
            else
            {
                Remove(item[path[0]], path[1..]);
            }
        }
    }

    private static async Task<string[]> LeftOutAsync<T>(Func<BitbucketClient, IAsyncEnumerable<T>> list)
    {
        ScriptedTransport transport = new(Answers.Json(Empty));
        using BitbucketClient client = transport.CreateClient(trims: true);
        await list(client).ToListAsync(TestContext.Current.CancellationToken);
        string query = new Uri(transport.Lines.Single().Split(' ')[1]).Query;
        return Uri.UnescapeDataString(query.Split("fields=")[1]).Split(',');
    }

    private static async Task<string[]> BranchesAsync(string page)
    {
        using BitbucketClient client = new ScriptedTransport(Answers.Json(page)).CreateClient(trims: true);
        List<Branch> branches = await client.Refs
            .ListBranchesAsync(s_repository, cancellationToken: TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
        return [.. branches.Select(Describe)];
    }

    private static string Describe(Branch branch)
        => $"{branch.Name} {branch.Target} {branch.Target?.Date:O} {branch.Target?.Message} {branch.Target?.Author?.Raw} {branch.Target?.Author?.User} "
            + $"{branch.Target?.Author?.User?.AccountId} {string.Join('|', branch.MergeStrategies)} {branch.DefaultMergeStrategy} {branch.Links?.Html} {branch.Links?.Self}";

    private static async Task<List<string>> NamesAsync(BitbucketClient client)
        => await client.Refs
            .ListBranchesAsync(s_repository, cancellationToken: TestContext.Current.CancellationToken)
            .Select(branch => branch.Name)
            .ToListAsync(TestContext.Current.CancellationToken);
}
