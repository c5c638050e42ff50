using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace BitbucketPS.Cmdlets;

/// <summary>What the service itself takes for a user: a UUID or an account id, never a user name.</summary>
internal static partial class UserAddress
{
    /// <summary>True if a text means the signed-in account.</summary>
    public static bool IsMe(string text) => text.Equals("me", StringComparison.OrdinalIgnoreCase) || text.Equals("@me", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a UUID, with braces or without.</summary>
    /// <param name="text">The text.</param>
    /// <param name="uuid">The UUID in braces, if it is one.</param>
    public static bool TryUuid(string text, [NotNullWhen(true)] out string? uuid)
    {
        uuid = Guid.TryParseExact(text, "B", out Guid id) || Guid.TryParseExact(text, "D", out id) ? id.ToString("B") : null;
        return uuid is not null;
    }

    /// <summary>True if a text is an account id.</summary>
    public static bool IsAccountId(string text) => AccountId().IsMatch(text);

    /// <summary>What the service takes for an account; null if it says neither.</summary>
    public static string? Of(Account? account) => account?.Uuid ?? account?.AccountId;

    // 24 hexadecimal digits of old accounts, a number and a UUID of newer ones.
    [GeneratedRegex(@"^([0-9a-f]{24}|[0-9]+:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AccountId();
}
