using System.Net;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>Lists that say less about themselves.</summary>
public sealed class PagingStyleTests : IAsyncDisposable
{
    private const string Branches = "/2.0/repositories/demo/website/refs/branches";

    private SandboxFixture _sandbox = null!;

    public ValueTask DisposeAsync() => _sandbox?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Theory]
    [InlineData(SandboxPagingStyle.Numbered, "values pagelen size page next previous")]
    [InlineData(SandboxPagingStyle.WithoutSize, "values pagelen page next previous")]
    [InlineData(SandboxPagingStyle.WithoutPage, "values pagelen size next previous")]
    [InlineData(SandboxPagingStyle.NextOnly, "values pagelen next")]
    [InlineData(SandboxPagingStyle.OpaqueNext, "values pagelen next")]
    public async Task Page_says_what_its_style_says(SandboxPagingStyle style, string names)
    {
        await StartAsync(new() { PagingStyle = style });
        Answer first = await _sandbox.GetAsync(Branches + "?pagelen=2");

        Answer second = await FollowAsync(first);

        Assert.Equal(names.Split(' '), second.Json.AsObject().Select(member => member.Key));
    }

    [Theory]
    [InlineData(SandboxPagingStyle.Numbered)]
    [InlineData(SandboxPagingStyle.NextOnly)]
    [InlineData(SandboxPagingStyle.OpaqueNext)]
    public async Task Next_leads_through_the_whole_list(SandboxPagingStyle style)
    {
        await StartAsync(new() { PagingStyle = style });
        IEnumerable<string> all = await Git.BranchesAsync(_sandbox.Server.RepositoryPath("demo", "website"));
        Answer page = await _sandbox.GetAsync(Branches + "?pagelen=30&sort=-name");
        List<string> names = [.. page.Names];
        while (page.Json["next"] is not null)
        {
            page = await FollowAsync(page);
            names.AddRange(page.Names);
        }

        Assert.True(names.Count > 60);
        Assert.Equal(all.Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("")]
    [InlineData("8xhd")]
    [InlineData("8xhdcGFnZSAw")]
    [InlineData("8xhd!")]
    public async Task Opaque_page_is_the_servers_alone(string page)
    {
        await StartAsync(new() { PagingStyle = SandboxPagingStyle.OpaqueNext });
        Answer first = await _sandbox.GetAsync(Branches + "?pagelen=2");

        Answer answer = await _sandbox.GetAsync($"{Branches}?page={page}");

        Assert.Matches("pagelen=2&page=8xhd[A-Za-z0-9_-]+$", (string)first.Json["next"]!);
        Assert.Equal((HttpStatusCode.BadRequest, "Invalid page"), (answer.Status, answer.Message));
    }

    [Fact]
    public async Task Pages_are_short_whatever_is_asked_for()
    {
        await StartAsync(new() { ShortPages = 4 });
        int size = (int)(await _sandbox.GetAsync(Branches)).Json["size"]!;

        Answer answer = await _sandbox.GetAsync(Branches + "?pagelen=100");
        Answer second = await FollowAsync(answer);

        Assert.True(size > 4);
        Assert.Equal(4, answer.Names.Length);
        Assert.Equal(4, (int?)answer.Json["pagelen"]);
        Assert.Empty(second.Names.Intersect(answer.Names, StringComparer.Ordinal));
        Assert.Equal(3, (await _sandbox.GetAsync(Branches + "?pagelen=3")).Names.Length);
        Assert.Equal("Invalid pagelen", (await _sandbox.GetAsync(Branches + "?pagelen=101")).Message);
    }

    private async Task StartAsync(SandboxOptions options)
    {
        _sandbox = new() { Options = options };
        await _sandbox.InitializeAsync();
    }

    private Task<Answer> FollowAsync(Answer page) => _sandbox.GetAsync(new Uri((string)page.Json["next"]!).PathAndQuery);
}
