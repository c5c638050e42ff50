using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>The parameter over HTTP.</summary>
public class FieldsTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Repository = "/2.0/repositories/demo/website";
    private const string Branches = Repository + "/refs/branches";

    [Fact]
    public async Task List_has_only_what_is_asked_for_and_loses_next()
    {
        Answer answer = await sandbox.GetAsync($"{Branches}?fields=values.name");

        Assert.Equal(["values"], Names(answer.Json));
        Assert.Equal(10, answer.Names.Length);
        Assert.All(answer.Json["values"]!.AsArray(), item => Assert.Equal(["name"], Names(item)));
    }

    [Fact]
    public async Task Links_to_pages_keep_the_parameter_as_it_was_sent()
    {
        Answer first = await sandbox.GetAsync($"{Branches}?fields=values.name%2Cnext,%2Bsize&pagelen=3");
        Answer second = await sandbox.GetAsync(new Uri((string)first.Json["next"]!).PathAndQuery);

        Assert.Equal($"{sandbox.Origin}{Branches}?fields=values.name%2Cnext,%2Bsize&pagelen=3&page=2", (string?)first.Json["next"]);
        Assert.Equal(Names(first.Json), Names(second.Json));
        Assert.NotEqual(first.Names, second.Names);
    }

    [Theory]
    [InlineData("-values.target.author,-size")]
    [InlineData("%2Bvalues.surprise,-values.target.author,-size")]
    public async Task Minus_leaves_the_rest(string fields)
    {
        JsonNode whole = (await sandbox.GetAsync(Branches)).Json;
        JsonNode part = (await sandbox.GetAsync($"{Branches}?fields={fields}")).Json;

        Assert.Equal(Names(whole).Except(["size"], StringComparer.Ordinal), Names(part));
        Assert.Null(part["values"]![0]!["target"]!["author"]);
        Assert.NotNull(part["values"]![0]!["target"]!["date"]);
    }

    [Theory]
    [InlineData("-*,%2Bslug,%2Bmainbranch.name")]
    [InlineData("slug,mainbranch.name")]
    public async Task Single_answer_is_trimmed_too(string fields)
    {
        Answer answer = await sandbox.GetAsync($"{Repository}?fields={fields}");

        Assert.Equal(["mainbranch", "slug"], Names(answer.Json).Order(StringComparer.Ordinal));
        Assert.Equal(["name"], Names(answer.Json["mainbranch"]));
    }

    [Theory]
    [InlineData("+slug")]
    [InlineData("-*,+slug")]
    [InlineData("-links,+mainbranch.target")]
    public async Task Bare_plus_is_a_space_that_matches_nothing(string fields)
        => Assert.Equal("{}", (await sandbox.GetAsync($"{Repository}?fields={fields}")).Text);

    [Fact]
    public async Task Filter_and_order_see_what_is_not_answered()
    {
        Answer answer = await sandbox.GetAsync($"{Branches}?q=target.hash+!=+%22%22&sort=-target.date&fields=values.name");
        Answer whole = await sandbox.GetAsync($"{Branches}?sort=-target.date");

        Assert.Equal(whole.Names, answer.Names);
    }

    [Fact]
    public async Task Answer_to_a_write_is_trimmed_and_an_empty_one_stays_empty()
    {
        Answer created = await sandbox.PostAsync($"{Branches}?fields=name", """{"name": "fields/new", "target": {"hash": "main"}}""");
        Answer deleted = await sandbox.DeleteAsync($"{Branches}/fields/new?fields=name");

        Assert.Equal((HttpStatusCode.Created, """{"name":"fields/new"}"""), (created.Status, created.Text));
        Assert.Equal((HttpStatusCode.NoContent, ""), (deleted.Status, deleted.Text));
    }

    [Fact]
    public async Task Error_is_never_trimmed()
    {
        Answer answer = await sandbox.GetAsync($"{Branches}/missing?fields=name");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains("missing", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Api_1_does_not_have_it()
        => Assert.Equal(HttpStatusCode.BadRequest, (await sandbox.GetAsync("/1.0/repositories/demo/website/branches?fields=main")).Status);

    private static IEnumerable<string> Names(JsonNode? value) => value!.AsObject().Select(member => member.Key);
}
