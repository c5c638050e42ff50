using System.Security.Cryptography;
using System.Text;

namespace BitbucketPS.Authorization;

/// <summary>The style of the callback page, inline, and its hash for the policy. It looks like the sandbox's pages.</summary>
internal static class CallbackPageStyle
{
    public const string Css =
        """
        :root { color-scheme: light dark; --ground: #f4f5f7; --card: #fff; --text: #172b4d; --soft: #505f79; --edge: #c1c7d0; --mark: #0052cc; --error: #c9372c; }
        @media (prefers-color-scheme: dark) {
          :root { --ground: #161a1d; --card: #22272b; --text: #e6edf3; --soft: #a5b1c2; --edge: #3d4650; --mark: #85b8ff; --error: #f87168; }
        }
        * { box-sizing: border-box; }
        body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: clamp(.5rem, 4vw, 1.25rem); background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
        main { width: 100%; max-width: 30rem; padding: clamp(1.25rem, 6vw, 2rem) clamp(1rem, 5vw, 1.75rem); background: var(--card); border: 1px solid var(--edge); border-top: 4px solid var(--mark); border-radius: 12px; overflow-wrap: anywhere; }
        main.error { border-top-color: var(--error); }
        .brand { margin: 0 0 1rem; color: var(--soft); font-size: .875rem; }
        h1 { margin: 0 0 1rem; font-size: 1.4rem; line-height: 1.25; }
        p { margin: 0; }
        """;

    /// <summary>What <c>style-src</c> allows.</summary>
    public static string PolicySource { get; } = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'";
}
