using System.Collections.Concurrent;

namespace BitbucketPS.Sandbox;

/// <summary>
/// Files to fetch from another address than the API's, which stands for the service's storage: the address itself is the key, and a
/// request that proves who it is in another way too is refused.
/// </summary>
internal sealed class MediaStore
{
    /// <summary>What all addresses begin with.</summary>
    public const string Prefix = "/_media/";

    private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, MediaFile> _files = new(StringComparer.Ordinal);
    private readonly TimeProvider _clock;

    public MediaStore(TimeProvider clock)
    {
        _clock = clock;
    }

    /// <summary>Makes an address at which a file can be fetched for a while.</summary>
    /// <param name="links">The host that was asked.</param>
    /// <param name="name">The file's.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="read">Gets its bytes.</param>
    public string Publish(ApiLinks links, string name, string contentType, Func<CancellationToken, Task<byte[]>> read)
    {
        DateTimeOffset now = _clock.GetUtcNow();
        foreach ((string old, MediaFile file) in _files)
        {
            if (file.ExpiresOn <= now)
            {
                _files.TryRemove(old, out _);
            }
        }

        string key = TokenStore.RandomText(24);
        _files[key] = new(name, contentType, now + s_lifetime, read);
        return $"{links.Origin}{Prefix}{PercentCoding.Encode(name)}?signature={key}";
    }

    /// <summary>Answers a request for a file.</summary>
    public async Task HandleAsync(HttpContext http, RequestTarget target)
    {
        if (http.Request.Headers.Authorization.Count > 0)
        {
            await RefuseAsync(http, 400, "Only one auth mechanism allowed");
            return;
        }

        string key = target.Query.Split('&').FirstOrDefault(pair => pair.StartsWith("signature=", StringComparison.Ordinal))?["signature=".Length..] ?? "";
        if (!_files.TryGetValue(key, out MediaFile? file) || file.ExpiresOn <= _clock.GetUtcNow())
        {
            await RefuseAsync(http, 403, "Request has expired");
            return;
        }

        byte[] content = await file.ReadAsync(http.RequestAborted);
        await ApiWriter.WriteAsync(http, ByteAnswer.Of(http.Request, content, file.ContentType));
    }

    private static async Task RefuseAsync(HttpContext http, int status, string message)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/xml";
        await http.Response.WriteAsync($"<Error><Message>{message}</Message></Error>", http.RequestAborted);
    }
}
