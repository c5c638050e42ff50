using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The hosts whose SSH keys the steps of a repository trust.</summary>
internal static class KnownHostCollection
{
    private const string PublicKey = "public_key";

    public static ItemCollection Items { get; } = new()
    {
        Path = "~/pipelines_config/ssh/known_hosts",
        IdName = "known_host_uuid",
        Shape = "pipeline_known_host",
        Noun = "Known host",
        Store = "known-hosts",
        MakeAsync = change => Task.FromResult(Make(change)),
        Identity = content => content.Text("hostname"),
        Error = PipelineErrors.Of,
    };

    private static JsonObject Make(ItemChange change)
    {
        JsonObject content = change.Merge("hostname");
        if (string.IsNullOrWhiteSpace(content.Text("hostname")))
        {
            throw PipelineErrors.BadRequest("A known host needs a hostname.");
        }

        if (change.Body[PublicKey] is JsonObject key)
        {
            content[PublicKey] = MakeKey(key);
        }

        return content[PublicKey] is not null ? content : throw PipelineErrors.BadRequest("A known host needs a public key.");
    }

    // Whatever fingerprints a client sends, those of the key are answered.
    private static JsonObject MakeKey(JsonObject wanted)
    {
        string type = wanted.Text("key_type") is { Length: > 0 } text ? text : throw PipelineErrors.BadRequest("The public key needs its key_type.");
        string key = wanted.Text("key") ?? "";
        byte[] bytes = new byte[key.Length];
        if (key.Any(char.IsWhiteSpace) || !Convert.TryFromBase64String(key, bytes, out int length) || length == 0)
        {
            throw PipelineErrors.BadRequest("The public key is not base64.");
        }

        return new()
        {
            ["type"] = "pipeline_ssh_public_key",
            ["key_type"] = type,
            ["key"] = key,
            ["md5_fingerprint"] = Md5(bytes.AsSpan(0, length)),
            ["sha256_fingerprint"] = "SHA256:" + Convert.ToBase64String(SHA256.HashData(bytes.AsSpan(0, length))).TrimEnd('='),
        };
    }

    // What old versions of ssh show; it protects nothing here.
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5351", Justification = "A fingerprint in the form that the API has.")]
    private static string Md5(ReadOnlySpan<byte> key)
        => string.Join(':', MD5.HashData(key).Select(octet => octet.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
}
