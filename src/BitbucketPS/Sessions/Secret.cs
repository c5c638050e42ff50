using System.Net;
using System.Security;

namespace BitbucketPS;

/// <summary>Takes secrets out of what PowerShell carries them in, as late as can be.</summary>
internal static class Secret
{
    /// <summary>The plain text.</summary>
    public static string Reveal(SecureString secret) => new NetworkCredential(userName: "", secret).Password;

    /// <summary>The same as PowerShell carries it.</summary>
    public static SecureString Protect(string text)
    {
        SecureString secret = new();
        foreach (char c in text)
        {
            secret.AppendChar(c);
        }

        secret.MakeReadOnly();
        return secret;
    }
}
