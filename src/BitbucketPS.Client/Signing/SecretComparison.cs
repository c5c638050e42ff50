using System.Security.Cryptography;
using System.Text;

namespace BitbucketPS.Signing;

/// <summary>Compares secrets without telling by the time it takes how much of them was right.</summary>
internal static class SecretComparison
{
    public static bool AreEqual(string left, string right)
        => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}
