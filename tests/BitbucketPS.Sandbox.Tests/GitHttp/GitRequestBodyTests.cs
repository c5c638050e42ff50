using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace BitbucketPS.Sandbox.Tests;

public class GitRequestBodyTests
{
    private const int Mebibyte = 1024 * 1024;

    [Theory]
    [InlineData(3, false)]
    [InlineData(513, true)]
    public async Task Limit_is_that_of_the_unpacked_body(int mebibytes, bool isTooLarge)
    {
        // Members of gzip may follow each other, so one that packs a mebibyte makes any number of them.
        byte[] member = Compress(new byte[Mebibyte]);
        GitRequestBody body = new(Request([.. Enumerable.Repeat(member, mebibytes).SelectMany(bytes => bytes)]));

        await body.CopyToAsync(Stream.Null);

        Assert.Equal(isTooLarge, body.Failure is GitRefusal { Status: 413 });
        Assert.Equal(isTooLarge, body.Failure is not null);
    }

    private static HttpRequest Request(byte[] packed)
    {
        DefaultHttpContext http = new();
        http.Request.Headers.ContentEncoding = "gzip";
        http.Request.Body = new MemoryStream(packed);
        return http.Request;
    }

    private static byte[] Compress(byte[] content)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionMode.Compress))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }
}
