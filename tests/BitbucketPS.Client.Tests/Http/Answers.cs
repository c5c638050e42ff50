using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace BitbucketPS.Client.Tests.Http;

/// <summary>Answers for a <see cref="ScriptedTransport"/>.</summary>
internal static class Answers
{
    public static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK)
        => Body(Encoding.UTF8.GetBytes(json), "application/json; charset=utf-8", status);

    public static HttpResponseMessage Body(byte[] body, string? contentType, HttpStatusCode status = HttpStatusCode.OK)
    {
        HttpResponseMessage response = new(status) { Content = new ByteArrayContent(body) };
        response.Content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        return response;
    }

    public static HttpResponseMessage Text(string text, string contentType, HttpStatusCode status = HttpStatusCode.OK)
        => Body(Encoding.UTF8.GetBytes(text), contentType, status);

    public static HttpResponseMessage Empty(HttpStatusCode status) => new(status);

    public static HttpResponseMessage Redirect(HttpStatusCode status, string location)
        => Empty(status).With("Location", location);

    /// <summary>The same answer with one header more, which need not be valid.</summary>
    public static HttpResponseMessage With(this HttpResponseMessage response, string name, string value)
    {
        Assert.True(response.Headers.TryAddWithoutValidation(name, value));
        return response;
    }
}
