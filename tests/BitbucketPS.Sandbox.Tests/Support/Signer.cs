using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>Signs requests straight from the text of RFC 5849, sharing nothing with the sandbox.</summary>
public sealed record Signer(string ConsumerKey, string ConsumerSecret)
{
    public string Method { get; init; } = "HMAC-SHA1";

    public string Token { get; init; } = "";

    public string TokenSecret { get; init; } = "";

    public RSA? PrivateKey { get; init; }

    public long Timestamp { get; init; } = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

    public string Nonce { get; init; } = Guid.NewGuid().ToString("N");

    private Dictionary<string, string?> Extra { get; init; } = [];

    /// <summary>A signer that sends and signs one parameter more; null takes one of the usual ones away.</summary>
    public Signer With(string name, string? value)
        => this with { Extra = new(Extra, StringComparer.Ordinal) { [name] = value } };

    /// <summary>The protocol parameters with the signature.</summary>
    /// <param name="httpMethod">In capitals.</param>
    /// <param name="address">Scheme, authority and path as the base string wants them.</param>
    /// <param name="parameters">Those of query and form, decoded.</param>
    public IReadOnlyList<(string Name, string Value)> Sign(
        string httpMethod, string address, params IEnumerable<(string Name, string Value)> parameters)
    {
        Dictionary<string, string?> protocol = new(StringComparer.Ordinal)
        {
            ["oauth_consumer_key"] = ConsumerKey,
            ["oauth_signature_method"] = Method,
            ["oauth_timestamp"] = Timestamp.ToString(CultureInfo.InvariantCulture),
            ["oauth_nonce"] = Nonce,
            ["oauth_version"] = "1.0",
            ["oauth_token"] = Token.Length > 0 ? Token : null,
        };
        foreach ((string name, string? value) in Extra)
        {
            protocol[name] = value;
        }

        List<(string Name, string Value)> sent = [.. protocol.Where(pair => pair.Value is not null).Select(pair => (pair.Key, pair.Value!))];
        string signature = Compute(BaseString(httpMethod, address, [.. sent, .. parameters]));
        if (!Extra.ContainsKey("oauth_signature"))
        {
            sent.Add(("oauth_signature", signature));
        }

        return sent;
    }

    public string Header(string httpMethod, string address, params IEnumerable<(string Name, string Value)> parameters)
        => ToHeader(Sign(httpMethod, address, parameters));

    public static string ToHeader(IEnumerable<(string Name, string Value)> sent)
        => "OAuth realm=\"any, thing\", " + string.Join(", ", sent.Select(pair => $"{pair.Name}=\"{Escape(pair.Value)}\""));

    public static string ToForm(IEnumerable<(string Name, string Value)> sent)
        => string.Join('&', sent.Select(pair => $"{Escape(pair.Name)}={Escape(pair.Value)}"));

    private static string Escape(string text) => Uri.EscapeDataString(text);

    private static string BaseString(string httpMethod, string address, IEnumerable<(string Name, string Value)> all)
    {
        IEnumerable<string> pairs = all
            .Where(pair => pair.Name is not "oauth_signature")
            .Select(pair => (Name: Escape(pair.Name), Value: Escape(pair.Value)))
            .OrderBy(pair => pair.Name, StringComparer.Ordinal)
            .ThenBy(pair => pair.Value, StringComparer.Ordinal)
            .Select(pair => $"{pair.Name}={pair.Value}");
        return $"{httpMethod}&{Escape(address)}&{Escape(string.Join('&', pairs))}";
    }

    private string Compute(string baseString)
    {
        string key = $"{Escape(ConsumerSecret)}&{Escape(TokenSecret)}";
        byte[] keyBytes = Encoding.UTF8.GetBytes(key);
        byte[] text = Encoding.UTF8.GetBytes(baseString);
        return Method switch
        {
            "PLAINTEXT" => key,
            "HMAC-SHA256" => Convert.ToBase64String(HMACSHA256.HashData(keyBytes, text)),
            "RSA-SHA1" => Convert.ToBase64String(PrivateKey!.SignData(text, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1)),
            "RSA-SHA256" => Convert.ToBase64String(PrivateKey!.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
#pragma warning disable CA5350 // HMAC-SHA1 is what the RFC defines.
            _ => Convert.ToBase64String(HMACSHA1.HashData(keyBytes, text)),
#pragma warning restore CA5350
        };
    }
}
