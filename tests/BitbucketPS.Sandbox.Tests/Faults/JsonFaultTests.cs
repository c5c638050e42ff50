using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>The faults in what an answer says, or is said to be.</summary>
public class JsonFaultTests(FaultFixture sandbox) : IClassFixture<FaultFixture>
{
    private const long Bomb = 64L * 1024 * 1024;
    private static readonly Uri s_elsewhere = new("http://127.0.0.2:8080");

    [Theory]
    [InlineData(SandboxFaultKind.WrongContentType, "text/html")]
    [InlineData(SandboxFaultKind.EmptyContentType, null)]
    public async Task Json_has_another_name(SandboxFaultKind kind, string? mediaType)
    {
        string target = $"{FaultFixture.User}?fields=display_name,{kind}";
        Answer whole = await sandbox.GetAsync(target);
        sandbox.Once(kind, target);

        Answer answer = await sandbox.GetAsync(target);

        Assert.Equal((HttpStatusCode.OK, mediaType, whole.Text), (answer.Status, answer.MediaType, answer.Text));
    }

    [Fact]
    public async Task Key_comes_twice()
    {
        sandbox.Once(SandboxFaultKind.DuplicateKeys, "pagelen=2");

        Answer answer = await sandbox.GetAsync(FaultFixture.Branches + "?pagelen=2");

        using JsonDocument document = JsonDocument.Parse(answer.Text);
        Assert.Equal(2, document.RootElement.EnumerateObject().Count(member => member.NameEquals("values")));
        Assert.Throws<JsonException>(() => JsonDocument.Parse(answer.Text, new() { AllowDuplicateProperties = false }));
    }

    [Fact]
    public async Task Next_leads_to_the_same_page()
    {
        string target = FaultFixture.Branches + "?pagelen=3&page=2";
        sandbox.Once(SandboxFaultKind.NextLoop, target);

        Answer answer = await sandbox.GetAsync(target);

        Assert.Equal(sandbox.Origin + target, (string?)answer.Json["next"]);
        Assert.Equal(3, answer.Names.Length);
    }

    [Fact]
    public async Task Next_leads_elsewhere()
    {
        string target = FaultFixture.Branches + "?pagelen=4";
        sandbox.Server.Faults.Add(new() { Kind = SandboxFaultKind.NextElsewhere, PathContains = target, OtherHost = s_elsewhere });

        Answer answer = await sandbox.GetAsync(target);

        Assert.Equal("http://127.0.0.2:8080" + target, (string?)answer.Json["next"]);
    }

    [Fact]
    public async Task List_has_fewer_items_than_its_first_page_said()
    {
        const string List = "/2.0/repositories/demo/api/refs/branches?fields=values.name,size,next&pagelen=1";
        int size = (int)(await sandbox.GetAsync(List)).Json["size"]!;
        sandbox.Server.Faults.Add(new() { Kind = SandboxFaultKind.ShrinkingList, PathContains = "demo/api/refs", ItemsLeft = 1 });

        JsonNode first = (await sandbox.GetAsync(List)).Json;
        Answer second = await sandbox.GetAsync(new Uri((string)first["next"]!).PathAndQuery);

        Assert.True(size > 1);
        Assert.Equal(size, (int?)first["size"]);
        Assert.Equal(1, (int?)second.Json["size"]);
        Assert.Empty(second.Names);
        Assert.Null(second.Json["next"]);
    }

    [Fact]
    public async Task Bomb_is_small_until_it_is_unpacked()
    {
        sandbox.Server.Faults.Add(new() { Kind = SandboxFaultKind.GzipBomb, PathContains = "?bomb", Size = Bomb });
        using HttpResponseMessage response = await sandbox.OpenAsync("/2.0/user?bomb");
        byte[] packed = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        await using GZipStream unpacked = new(new MemoryStream(packed), CompressionMode.Decompress);

        long length = await CountAsync(unpacked);

        Assert.Equal("gzip", response.Content.Headers.ContentEncoding.Single());
        Assert.InRange(length, Bomb - 1024, Bomb + 1024);
        Assert.True(packed.Length < Bomb / 50);
    }

    [Theory]
    [InlineData(null, 200L * 1024 * 1024)]
    [InlineData(100_000L, 100_000L)]
    public async Task Huge_page_is_as_large_as_it_should_be(long? size, long expected)
    {
        sandbox.Server.Faults.Add(new() { Kind = SandboxFaultKind.HugeJson, PathContains = $"?huge{size}", Size = size });
        using HttpResponseMessage response = await sandbox.OpenAsync($"/2.0/user?huge{size}");

        long length = await CountAsync(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));

        Assert.InRange(length, expected - 1024, expected + 1024);
    }

    [Fact]
    public async Task Sized_pages_are_json()
    {
        sandbox.Server.Faults.Add(new() { Kind = SandboxFaultKind.HugeJson, PathContains = "?page-of-json", Size = 300_000 });

        Answer answer = await sandbox.GetAsync("/2.0/user?page-of-json");

        Assert.True(answer.Names.Length > 1000);
    }

    [Fact]
    public async Task Nesting_is_as_deep_as_it_should_be()
    {
        sandbox.Once(SandboxFaultKind.DeepNesting, "?deep");

        Answer answer = await sandbox.GetAsync("/2.0/user?deep");

        Assert.Equal(100_000, Depth(answer.Text));
    }

    [Fact]
    public async Task Client_that_has_enough_ends_a_huge_page()
    {
        sandbox.Server.Faults.Add(new() { Kind = SandboxFaultKind.HugeJson, PathContains = "?endless", Size = long.MaxValue });
        using (HttpResponseMessage response = await sandbox.OpenAsync("/2.0/user?endless"))
        {
            await using Stream body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            await body.ReadExactlyAsync(new byte[1024 * 1024], TestContext.Current.CancellationToken);
        }

        Assert.Equal(HttpStatusCode.OK, (await sandbox.GetAsync(FaultFixture.User)).Status);
    }

    // A document would look through all that is open at each level it closes.
    private static int Depth(string json)
    {
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(json), new JsonReaderOptions { MaxDepth = 200_000 });
        int deepest = 0;
        while (reader.Read())
        {
            deepest = Math.Max(deepest, reader.CurrentDepth);
        }

        return deepest;
    }

    private static async Task<long> CountAsync(Stream stream)
    {
        byte[] buffer = new byte[256 * 1024];
        long length = 0;
        for (int read = -1; read != 0; length += read)
        {
            read = await stream.ReadAsync(buffer, TestContext.Current.CancellationToken);
        }

        return length;
    }
}
