namespace BitbucketPS.Sandbox;

/// <summary>Reads an Authorization header of the Basic scheme.</summary>
internal static class BasicHeader
{
    private const string Scheme = "Basic ";

    /// <summary>User name and password, or null if the header holds no such thing.</summary>
    public static (string User, string Password)? Read(string header)
    {
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        string value = header[Scheme.Length..].Trim();
        byte[] bytes = new byte[value.Length];
        return Convert.TryFromBase64String(value, bytes, out int count)
            && PercentCoding.TryReadUtf8(bytes[..count], out string? text)
            && text.Split(':', 2) is [string user, string password]
            ? (user, password)
            : null;
    }
}
