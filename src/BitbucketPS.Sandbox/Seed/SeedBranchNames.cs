using System.Globalization;
using System.Text;

namespace BitbucketPS.Sandbox;

/// <summary>The branch names of the demo data, the hardest that git allows among them.</summary>
internal static class SeedBranchNames
{
    /// <summary>
    /// Names that break careless clients: several slashes, both Unicode forms of one name, what looks
    /// percent-encoded, what has a meaning in addresses, in filters, in shells and in PowerShell.
    /// </summary>
    public static IReadOnlyList<string> Hard { get; } =
    [
        "feature/deep/er/and/deeper/still",
        "feature/zürich".Normalize(NormalizationForm.FormC),
        "feature/zürich".Normalize(NormalizationForm.FormD),
        "feature/日本語",
        "feature/🚀-launch",
        "feature/100%",
        "feature/a%2Fb",
        "feature/a%252Fb",
        "feature/issue#42",
        "feature/c++",
        "feature/a+b",
        "feature/salt&pepper",
        "feature/key=value",
        "feature/o'clock",
        "feature/\"quoted\"",
        "feature/semi;colon",
        "feature/wow!",
        "feature/(parens)",
        "feature/comma,separated",
        "feature/version-2.x",
        "feature/$env",
        "feature/@home",
        "feature/{braces}",
        "feature/pipe|less<more>",
        "feature/`tick`",
    ];

    /// <summary>The branches of <c>demo/website</c> beside <c>main</c>: more than 250.</summary>
    public static IReadOnlyList<string> Website { get; } =
    [
        "develop",
        .. Numbered("release/{0}.{1}", 5, 8),
        .. Numbered("feature/WEB-{0}{1:00}", 12, 10),
        .. Numbered("bugfix/WEB-{0}{1:00}-fix", 8, 10),
        .. Hard,
    ];

    /// <summary>The branches of <c>demo/api</c> beside <c>main</c>.</summary>
    public static IReadOnlyList<string> Api { get; } =
    [
        "develop", "release/1.0", "release/1.1", "release/2.0", "release/2.1", "release/3.0-rc1",
        "feature/rate-limits", "feature/oauth/consumers", "bugfix/API-17-timeouts", "hotfix/2.1.1", "spike/graphql",
    ];

    /// <summary>The branches of <c>demo/mobile-app</c> beside <c>main</c>.</summary>
    public static IReadOnlyList<string> MobileApp { get; } =
        ["develop", "release/4.2", "feature/dark-mode", "bugfix/MOB-8-rotation"];

    private static IEnumerable<string> Numbered(string format, int first, int second)
    {
        CompositeFormat parsed = CompositeFormat.Parse(format);
        return from i in Enumerable.Range(1, first)
               from j in Enumerable.Range(0, second)
               select string.Format(CultureInfo.InvariantCulture, parsed, i, j);
    }
}
