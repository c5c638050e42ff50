using System.Net;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>Bodies that are JSON by its grammar, and hold what is no text.</summary>
public class JsonBodyTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Branches = "/2.0/repositories/demo/website/refs/branches";

    [Theory]
    [InlineData("""{"\ud800": 1}""")]
    [InlineData("""{"name": "x", "target": {"\udc00": "main"}}""")]
    [InlineData("""{"name": "\ud800", "target": {"hash": "main"}}""")]
    public async Task Half_a_surrogate_pair_is_refused(string body)
        => Assert.Equal(HttpStatusCode.BadRequest, (await sandbox.PostAsync(Branches, body)).Status);

    [Fact]
    public async Task Properties_of_free_form_are_texts_too()
        => Assert.Equal(HttpStatusCode.BadRequest, (await sandbox.PutAsync("/2.0/repositories/demo/website/properties/app/x", """{"a": {"\ud800": {"b": 1}}}""")).Status);

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    public async Task Byte_that_is_no_utf_8_is_refused(int place)
    {
        byte[] body = [.. """{"name": "x"}"""u8];
        body[place] = 0xff;
        using ByteArrayContent content = new(body) { Headers = { ContentType = new("application/json") } };

        Answer answer = await sandbox.SendAsync("POST", Branches, sandbox.Bearer, content);

        Assert.Equal((HttpStatusCode.BadRequest, "The request body is not valid JSON."), (answer.Status, answer.Message));
    }
}
