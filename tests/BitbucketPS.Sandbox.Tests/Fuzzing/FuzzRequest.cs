using System.Net.Http.Headers;
using System.Text;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>A request that may be anything.</summary>
/// <param name="Method">In capitals.</param>
/// <param name="Target">Path and query as they go out.</param>
internal sealed record FuzzRequest(string Method, string Target)
{
    public string? Authorization { get; init; }

    public string? ContentType { get; init; }

    public byte[]? Body { get; init; }

    /// <summary>As a message of its own; it cannot be sent twice.</summary>
    public HttpRequestMessage ToMessage(Uri origin)
    {
        UriCreationOptions raw = new() { DangerousDisablePathAndQueryCanonicalization = true };
        HttpRequestMessage message = new(new(Method), new Uri(origin.GetLeftPart(UriPartial.Authority) + Target, raw));
        if (Authorization is not null)
        {
            message.Headers.TryAddWithoutValidation("Authorization", Authorization);
        }

        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
            AddContentType(message.Content.Headers);
        }

        return message;
    }

    /// <summary>Enough to send it again by hand.</summary>
    public override string ToString() => $"{Method} {Target}\n  Authorization: {Authorization}\n  Content-Type: {ContentType}\n  {BodyText()}";

    private void AddContentType(HttpContentHeaders headers)
    {
        if (ContentType is not null)
        {
            headers.TryAddWithoutValidation("Content-Type", ContentType);
        }
    }

    private string BodyText() => Body is null
        ? "no body"
        : Encoding.UTF8.GetString(Body) is { Length: < 2000 } text ? text : $"{Body.Length} bytes: {Encoding.UTF8.GetString(Body)[..2000]}…";
}
