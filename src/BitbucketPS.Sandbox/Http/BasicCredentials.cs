namespace BitbucketPS.Sandbox;

/// <summary>The pair of HTTP Basic authentication (RFC 7617).</summary>
/// <param name="User">Before the first colon.</param>
/// <param name="Password">Behind it.</param>
internal sealed record BasicCredentials(string User, string Password)
{
    /// <summary>Reads what follows <c>Basic</c> in the header.</summary>
    /// <returns>Null if that is no pair.</returns>
    public static BasicCredentials? Read(string encoded)
    {
        byte[] bytes = new byte[encoded.Length];
        string[] parts = Convert.TryFromBase64String(encoded, bytes, out int count)
            && PercentCoding.TryReadUtf8(bytes[..count], out string? text)
                ? text.Split(':', 2)
                : [];
        return parts.Length == 2 ? new(parts[0], parts[1]) : null;
    }
}
