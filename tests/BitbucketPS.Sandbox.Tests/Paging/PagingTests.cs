using System.Net;

namespace BitbucketPS.Sandbox.Tests;

public class PagingTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Branches = "/2.0/repositories/demo/website/refs/branches";

    [Fact]
    public async Task Page_has_ten_items_by_default()
    {
        Answer answer = await sandbox.GetAsync(Branches);

        Assert.Equal(10, answer.Names.Length);
        Assert.Equal(10, (int?)answer.Json["pagelen"]);
        Assert.Equal(1, (int?)answer.Json["page"]);
        Assert.Null(answer.Json["previous"]);
    }

    [Theory]
    [InlineData("pagelen=101", "Invalid pagelen")]
    [InlineData("pagelen=0", "Invalid pagelen")]
    [InlineData("pagelen=ten", "Invalid pagelen")]
    [InlineData("pagelen=", "Invalid pagelen")]
    [InlineData("page=0", "Invalid page")]
    [InlineData("page=-1", "Invalid page")]
    [InlineData("page=first", "Invalid page")]
    public async Task Page_that_makes_no_sense_is_refused(string query, string message)
    {
        Answer answer = await sandbox.GetAsync($"{Branches}?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(message, answer.Message);
    }

    [Fact]
    public async Task Links_keep_the_rest_of_the_query()
    {
        Answer answer = await sandbox.GetAsync($"{Branches}?q=name+~+%22release%22&page=2&sort=-name&pagelen=5");

        Assert.Equal($"{sandbox.Origin}{Branches}?q=name+~+%22release%22&sort=-name&pagelen=5&page=3", (string?)answer.Json["next"]);
        Assert.Equal($"{sandbox.Origin}{Branches}?q=name+~+%22release%22&sort=-name&pagelen=5&page=1", (string?)answer.Json["previous"]);
    }

    [Fact]
    public async Task Links_stay_on_the_host_that_was_asked()
    {
        string host = $"localhost:{sandbox.Server.BaseAddress.Port}";

        Answer answer = await sandbox.SendAsync("GET", Branches, sandbox.Bearer, host: host);

        Assert.StartsWith($"http://{host}/", (string?)answer.Json["next"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("page=1000")]
    [InlineData("page=2147483647&pagelen=100")]
    public async Task Page_past_the_end_is_empty(string query)
    {
        Answer answer = await sandbox.GetAsync($"{Branches}?{query}");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Empty(answer.Names);
        Assert.Null(answer.Json["next"]);
    }

    [Theory]
    [InlineData("surprise=1", "surprise")]
    [InlineData("access_token=1", "access_token")]
    [InlineData("page=1&page=2", "page")]
    [InlineData("fields=values.name&fields=next", "fields")]
    public async Task Query_that_is_not_understood_names_the_field(string query, string field)
    {
        Answer answer = await sandbox.GetAsync($"{Branches}?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Json["error"]!["fields"]![field]);
    }
}
