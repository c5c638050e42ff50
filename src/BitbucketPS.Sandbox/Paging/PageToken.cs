using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace BitbucketPS.Sandbox;

/// <summary>A page in a form that no client can make or count up.</summary>
internal static class PageToken
{
    private const string Mark = "8xhd";
    private const string Prefix = "page ";

    public static string Write(int page)
        => Mark + Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"{Prefix}{page.ToString(CultureInfo.InvariantCulture)}"));

    /// <summary>The page of a token, or null if it is none.</summary>
    public static int? Read(string text)
    {
        if (!text.StartsWith(Mark, StringComparison.Ordinal) || !Base64Url.IsValid(text.AsSpan(Mark.Length)))
        {
            return null;
        }

        string plain = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text.AsSpan(Mark.Length)));
        return plain.StartsWith(Prefix, StringComparison.Ordinal)
            && int.TryParse(plain.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int page)
            && page >= 1
                ? page
                : null;
    }
}
