using System.Net;

namespace BitbucketPS.Sandbox.Tests;

public class FilterTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Branches = "/2.0/repositories/demo/api/refs/branches";

    [Theory]
    [InlineData("name = \"develop\"", "develop")]
    [InlineData("name = \"DEVELOP\"", "")]
    [InlineData("name ~ \"RELEASE/2\"", "release/2.0 release/2.1")]
    [InlineData("name IN (\"develop\", \"main\")", "develop main")]
    [InlineData("name ~ \"release\" AND name !~ \"2\" AND name != \"release/1.0\"", "release/1.1 release/3.0-rc1")]
    [InlineData("name = \"develop\" OR name = \"main\" AND name = \"nothing\"", "develop")]
    [InlineData("name = \"develop\" or name = \"main\" and name = \"nothing\"", "develop")]
    [InlineData("name=\"develop\"or(name ~ \"and\")", "develop")]
    [InlineData("(name = \"develop\" OR name = \"main\") AND name = \"nothing\"", "")]
    [InlineData("name NOT IN (\"main\") AND name ~ \"mai\"", "")]
    [InlineData("target.author.user.nickname = \"nobody\"", "")]
    [InlineData("name = \"main\" AND target.hash != null", "main")]
    [InlineData("name = \"main\" AND target.date > 2026-10-30", "main")]
    [InlineData("name = \"main\" AND target.date < 2026-10-30T18:20:00+02:00", "")]
    [InlineData("name = \"main\" AND target.date <= \"2026-10-30T18:20:00+02:00\"", "main")]
    [InlineData("name ~ \"\\\"\" OR name ~ \"\\\\\"", "")]
    public async Task Filter_finds_branches(string filter, string expected)
    {
        Answer answer = await sandbox.GetAsync($"{Branches}?q={Uri.EscapeDataString(filter)}");

        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), answer.Names);
        Assert.Equal(answer.Names.Length, (int?)answer.Json["size"]);
    }

    [Theory]
    [InlineData("is_private = false", "Docs")]
    [InlineData("is_private != false AND project.key = \"MOB\"", "Mobile app")]
    [InlineData("size > 0 AND size < 1", "")]
    [InlineData("size >= 1.5 AND name = \"API\"", "API")]
    [InlineData("parent = null AND language = \"kotlin\"", "Mobile app")]
    public async Task Filter_finds_repositories(string filter, string expected)
    {
        Answer answer = await sandbox.GetAsync($"/2.0/repositories/demo?q={Uri.EscapeDataString(filter)}");

        Assert.Equal(expected, string.Join('|', answer.Names));
    }

    [Theory]
    [InlineData("")]
    [InlineData("name")]
    [InlineData("name =")]
    [InlineData("name \"a\"")]
    [InlineData("= \"a\"")]
    [InlineData("name = a")]
    [InlineData("name = 'a'")]
    [InlineData("name = \"a")]
    [InlineData("name = \"a\\\"")]
    [InlineData("name = 1")]
    [InlineData("name = true")]
    [InlineData("name > \"a\"")]
    [InlineData("name ~ null")]
    [InlineData("surprise = \"a\"")]
    [InlineData("values.name = \"a\"")]
    [InlineData("(name = \"a\"")]
    [InlineData("name = \"a\")")]
    [InlineData("name = \"a\" AND")]
    [InlineData("name = \"a\" name = \"b\"")]
    [InlineData("name IN ()")]
    [InlineData("name IN (\"a\"")]
    [InlineData("name NOT = \"a\"")]
    [InlineData("target.date > 2026-13-01")]
    [InlineData("target.date > \"yesterday\"")]
    [InlineData("name == \"a\"")]
    public async Task Filter_that_makes_no_sense_is_refused(string filter)
    {
        Answer answer = await sandbox.GetAsync($"{Branches}?q={Uri.EscapeDataString(filter)}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Json["error"]!["fields"]!["q"]);
    }

    [Fact]
    public async Task Endless_nesting_is_refused()
        => Assert.Equal(HttpStatusCode.BadRequest, (await sandbox.GetAsync($"{Branches}?q={new string('(', 5000)}")).Status);

    [Fact]
    public async Task Quotes_and_backslashes_can_be_escaped()
    {
        string filter = Uri.EscapeDataString("name = \"feature/\\\"quoted\\\"\"");

        Answer answer = await sandbox.GetAsync($"/2.0/repositories/demo/website/refs/branches?q={filter}");

        Assert.Equal(["feature/\"quoted\""], answer.Names);
    }

    [Theory]
    [InlineData("sort=name", "release/1.0 release/1.1 release/2.0 release/2.1 release/3.0-rc1")]
    [InlineData("sort=-name", "release/3.0-rc1 release/2.1 release/2.0 release/1.1 release/1.0")]
    public async Task Sort_orders_branches(string sort, string expected)
    {
        Answer answer = await sandbox.GetAsync($"{Branches}?q=name~%22release%22&{sort}");

        Assert.Equal(expected.Split(' '), answer.Names);
    }

    [Fact]
    public async Task Explicit_sort_by_name_takes_digits_as_numbers()
    {
        string path = sandbox.Server.RepositoryPath("demo", "docs");
        foreach (string name in new[] { "v10", "v9", "v11" })
        {
            await Git.RunAsync(path, "branch", "--force", name, "main");
        }

        const string Docs = "/2.0/repositories/demo/docs/refs/branches?q=name~%22v%22";
        Assert.Equal(["v10", "v11", "v9"], (await sandbox.GetAsync(Docs)).Names);
        Assert.Equal(["v9", "v10", "v11"], (await sandbox.GetAsync(Docs + "&sort=name")).Names);
    }

    [Fact]
    public async Task Sort_by_date_puts_the_newest_first()
    {
        Answer answer = await sandbox.GetAsync($"{Branches}?sort=-target.date&pagelen=100");
        DateTimeOffset[] dates =
            [.. answer.Json["values"]!.AsArray().Select(branch => DateTimeOffset.Parse((string)branch!["target"]!["date"]!, null))];

        Assert.Equal(dates.OrderDescending(), dates);
    }

    [Theory]
    [InlineData("sort=surprise")]
    [InlineData("sort=name,target.date")]
    [InlineData("sort=")]
    [InlineData("sort=--name")]
    public async Task Sort_that_makes_no_sense_is_refused(string sort)
        => Assert.Equal(HttpStatusCode.BadRequest, (await sandbox.GetAsync($"{Branches}?{sort}")).Status);
}
