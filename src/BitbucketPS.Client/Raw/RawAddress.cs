using System.Text;
using BitbucketPS.Http;

namespace BitbucketPS;

/// <summary>Makes an address of what a person writes as a path.</summary>
internal static class RawAddress
{
    private const string DefaultVersion = "/2.0";

    // What may stand in a path and query as it is (RFC 3986 section 3.3 and 3.4), and the percent sign of what is encoded already.
    private const string Plain = "-._~!$&'()*+,;=:@/?%";

    /// <summary>The address of a path on a server.</summary>
    /// <exception cref="BitbucketException">It is the address of another server, or no address at all.</exception>
    public static Uri Resolve(Uri baseUri, string path)
    {
        if (Uri.TryCreate(path, UriKind.Absolute, out Uri? absolute) && absolute.Scheme is "https" or "http")
        {
            return ServerAddress.SameOrigin(absolute, baseUri) ? absolute : throw Elsewhere(baseUri, absolute);
        }

        string rooted = path.StartsWith('/') ? path : $"/{path}";
        string version = HasVersion(rooted) ? "" : DefaultVersion;
        Uri address = ServerAddress.Below(baseUri, version + Encode(rooted));

        // "//evil.example" and "/..": nothing in a path leads to another server, but it must not climb out of the API either.
        return IsBelow(baseUri, address) ? address : throw Elsewhere(baseUri, address);
    }

    /// <summary>The path of an address as the catalogue knows it: without what the server's own address has before it, if it does.</summary>
    public static string PathBelow(Uri baseUri, Uri address)
        => IsBelow(baseUri, address) ? address.AbsolutePath[Prefix(baseUri).Length..] : address.AbsolutePath;

    private static bool IsBelow(Uri baseUri, Uri address)
        => $"{address.AbsolutePath}/".StartsWith($"{Prefix(baseUri)}/", StringComparison.Ordinal);

    private static string Prefix(Uri baseUri) => baseUri.AbsolutePath.TrimEnd('/');

    private static bool HasVersion(string path)
        => path is ['/', >= '0' and <= '9', '.', >= '0' and <= '9', ..] && (path.Length == 4 || path[4] is '/' or '?');

    private static string Encode(string path)
    {
        StringBuilder result = new(path.Length);
        foreach (Rune rune in path.EnumerateRunes())
        {
            string text = rune.ToString();
            bool plain = Rune.IsLetterOrDigit(rune) && rune.IsAscii || Plain.Contains(text, StringComparison.Ordinal);
            result.Append(plain ? text : Uri.EscapeDataString(text));
        }

        return result.ToString();
    }

    private static BitbucketException Elsewhere(Uri baseUri, Uri address)
        => new(
            BitbucketErrorKind.InvalidArgument,
            $"{address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)} does not lie under {baseUri}, which is the only server that this session's credential goes to.");
}
