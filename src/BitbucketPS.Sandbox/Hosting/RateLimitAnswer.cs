using System.Text;

namespace BitbucketPS.Sandbox;

/// <summary>What a client is told that asks too much, in Bitbucket's words: it is no JSON.</summary>
internal static class RateLimitAnswer
{
    private static readonly byte[] s_text = Encoding.UTF8.GetBytes("Rate limit for this resource has been exceeded");

    public static async Task WriteAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.ContentType = "text/plain";
        http.Response.ContentLength = s_text.Length;
        await http.Response.Body.WriteAsync(s_text, http.RequestAborted);
    }
}
