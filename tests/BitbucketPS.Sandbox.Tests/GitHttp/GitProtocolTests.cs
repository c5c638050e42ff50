using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace BitbucketPS.Sandbox.Tests;

public class GitProtocolTests(GitFixture sandbox) : IClassFixture<GitFixture>
{
    private const string UploadPack = "/demo/website.git/git-upload-pack";
    private const string Listing = "0014command=ls-refs\n00010014ref-prefix refs/0000";

    [Theory]
    [InlineData("git-upload-pack")]
    [InlineData("git-receive-pack")]
    public async Task Advertisement_says_what_it_is(string service)
    {
        Answer answer = await sandbox.SendAsync("GET", "/demo/website.git/info/refs?service=" + service, sandbox.Basic);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal($"application/x-{service}-advertisement", answer.MediaType);
        Assert.Contains($"# service={service}\n0000", answer.Text, StringComparison.Ordinal);
        Assert.Contains("no-cache", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("/demo/docs/info/refs")]
    [InlineData("/demo/docs.git/info/refs?")]
    [InlineData("/demo/docs.git/info/refs?service=git-upload-archive")]
    [InlineData("/demo/docs.git/info/refs?service=upload-pack")]
    [InlineData("/demo/docs.git/info/refs?service=git-upload-pack&service=git-receive-pack")]
    public async Task Dumb_protocol_is_refused(string target)
    {
        Answer answer = await sandbox.SendAsync("GET", target, sandbox.Basic);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains("smart HTTP protocol only", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/x-git-receive-pack-request")]
    [InlineData(null)]
    public async Task Other_media_type_is_refused(string? type)
        => Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await PostAsync(Encoding.ASCII.GetBytes(Listing), type)).Status);

    [Theory]
    [InlineData(null)]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    public async Task Body_may_be_compressed(string? encoding)
    {
        byte[] body = Encoding.ASCII.GetBytes(Listing);

        Answer answer = await PostAsync(encoding is null ? body : Compress(body), encoding: encoding);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("application/x-git-upload-pack-result", answer.MediaType);
        Assert.Contains(" refs/heads/main\n", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("br", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("gzip, gzip", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("gzip", HttpStatusCode.BadRequest)]
    public async Task Compression_that_is_none_is_refused(string encoding, HttpStatusCode status)
        => Assert.Equal(status, (await PostAsync(Encoding.ASCII.GetBytes(Listing), encoding: encoding)).Status);

    [Theory]
    [InlineData(null)]
    [InlineData("gzip")]
    public async Task Body_that_git_does_not_read_to_its_end_is_refused(string? encoding)
    {
        byte[] body = Encoding.ASCII.GetBytes("surprise" + new string('x', 768 * 1024));

        Answer answer = await PostAsync(encoding is null ? body : Compress(body), encoding: encoding);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("git does not understand this request", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("version=2", true)]
    [InlineData("version=1:version=2:surprise", true)]
    [InlineData("version=1", false)]
    [InlineData("version=99", false)]
    [InlineData("; touch /tmp/x", false)]
    public async Task Protocol_is_the_newest_that_both_know(string offer, bool isSecond)
    {
        string head =
            $"GET /demo/docs/info/refs?service=git-upload-pack HTTP/1.1\r\nHost: 127.0.0.1\r\nGit-Protocol: {offer}\r\nConnection: close\r\n\r\n";

        string answer = await sandbox.ExchangeAsync(head);

        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
        Assert.Equal(isSecond, answer.Contains("\r\n\r\n000eversion 2\n", StringComparison.Ordinal));
        Assert.NotEqual(isSecond, answer.Contains("# service=git-upload-pack\n", StringComparison.Ordinal));
    }

    private static byte[] Compress(byte[] body)
    {
        using MemoryStream compressed = new();
        using (GZipStream gzip = new(compressed, CompressionMode.Compress))
        {
            gzip.Write(body);
        }

        return compressed.ToArray();
    }

    private Task<Answer> PostAsync(byte[] body, string? type = "application/x-git-upload-pack-request", string? encoding = null)
    {
        ByteArrayContent content = new(body);
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        content.Headers.Add("Git-Protocol", "version=2");
        if (encoding is not null)
        {
            content.Headers.Add("Content-Encoding", encoding);
        }

        return sandbox.SendAsync("POST", UploadPack, sandbox.Basic, content);
    }
}
