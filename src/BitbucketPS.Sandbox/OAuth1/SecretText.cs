using System.Security.Cryptography;
using System.Text;

namespace BitbucketPS.Sandbox;

/// <summary>Compares secrets without telling by the time it takes how much of them was right.</summary>
internal static class SecretText
{
    public static bool AreEqual(string expected, string actual)
        => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(actual));
}
