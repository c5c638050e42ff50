using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BitbucketPS.Sandbox;

/// <summary>Addresses that carry the right to read one file in themselves, as those of a store of media do.</summary>
internal static class MediaLink
{
    public const string Prefix = "/_media/";

    private const string Logs = "logs";
    private const string Caches = "caches";
    private const string Downloads = "downloads";

    private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(10);

    // Of this process only: an address is never good for another one.
    private static readonly byte[] s_secret = RandomNumberGenerator.GetBytes(32);

    /// <summary>The address of the log of a step that is over.</summary>
    public static string ToLog(ApiCall call, HostedRepository repository, Pipeline pipeline, PipelineStep step)
        => Sign(call, string.Join('/', Logs, Bare(repository.Uuid), Bare(pipeline.Uuid), Bare(step.Uuid)));

    /// <summary>The address of the content of a cache.</summary>
    public static string ToCache(ApiCall call, HostedRepository repository, Item cache)
        => Sign(call, string.Join('/', Caches, Bare(repository.Uuid), Bare(cache.Id)));

    /// <summary>The address of a file that lies beside a repository.</summary>
    public static string ToDownload(ApiCall call, HostedRepository repository, Item file)
        => Sign(call, string.Join('/', Downloads, Bare(repository.Uuid), Bare(file.Id)));

    /// <summary>Whether an address is one of those, and still good.</summary>
    public static bool IsGood(string path, QueryParameters query, DateTimeOffset now)
        => long.TryParse(query["expires"], NumberStyles.None, CultureInfo.InvariantCulture, out long expires)
            && expires >= now.ToUnixTimeSeconds()
            && CryptographicOperations.FixedTimeEquals(
                Encoding.ASCII.GetBytes(Signature(path, expires)), Encoding.UTF8.GetBytes(query["signature"] ?? ""));

    private static string Sign(ApiCall call, string file)
    {
        string path = Prefix + file;
        long expires = (call.Now + s_lifetime).ToUnixTimeSeconds();
        return FormattableString.Invariant($"{OriginFor(call)}{path}?expires={expires}&signature={Signature(path, expires)}");
    }

    // The store is another server than the API: what a client sends there is not what it sends to the API.
    private static string OriginFor(ApiCall call)
    {
        HostString asked = call.Http.Request.Host;
        string host = asked.Host is "127.0.0.1" ? "localhost" : "127.0.0.1";
        return $"{call.Http.Request.Scheme}://{(asked.Port is { } port ? new HostString(host, port) : new HostString(host))}";
    }

    private static string Signature(string path, long expires)
        => Convert.ToHexStringLower(HMACSHA256.HashData(s_secret, Encoding.UTF8.GetBytes(FormattableString.Invariant($"{path}?{expires}"))));

    private static string Bare(string uuid) => uuid.Trim('{', '}');
}
