using System.Security.Cryptography;
using System.Text;

namespace BitbucketPS.Sandbox;

/// <summary>The one style sheet, inline, and its hash for the Content-Security-Policy.</summary>
internal static class PageStyle
{
    public const string Css =
        """
        :root { color-scheme: light dark; --ground: #f4f5f7; --card: #fff; --text: #172b4d; --soft: #505f79; --edge: #c1c7d0; --line: #7d8796; --accent: #0052cc; --on-accent: #fff; --bad: #ae2a19; }
        @media (prefers-color-scheme: dark) {
          :root { --ground: #161a1d; --card: #22272b; --text: #e6edf3; --soft: #a5b1c2; --edge: #3d4650; --line: #76818f; --accent: #85b8ff; --on-accent: #0b1f3a; --bad: #ff9c8f; }
        }
        * { box-sizing: border-box; }
        body { margin: 0; min-height: 100vh; display: grid; grid-template-columns: minmax(0, 1fr); place-items: center; padding: clamp(.5rem, 4vw, 1.25rem); background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
        main { width: 100%; max-width: 30rem; padding: clamp(1.25rem, 6vw, 2rem) clamp(1rem, 5vw, 1.75rem); background: var(--card); border: 1px solid var(--edge); border-radius: 12px; overflow-wrap: anywhere; }
        main.wide { max-width: 76rem; align-self: start; }
        .brand { margin: 0 0 1rem; color: var(--soft); font-size: .875rem; }
        h1 { margin: 0 0 1rem; font-size: 1.4rem; line-height: 1.25; }
        p { margin: 0 0 1rem; }
        h2 { margin: 1.5rem 0 .5rem; font-size: 1rem; }
        ul { margin: 0 0 1rem; padding-left: 1.25rem; }
        li { margin-bottom: .35rem; line-height: 1.35; }
        li code { display: block; color: var(--soft); font: .8125rem/1.35 ui-monospace, monospace; }
        main > :last-child { margin-bottom: 0; }
        a { color: var(--accent); }
        .scroll { overflow-x: auto; margin: 0 0 1rem; }
        .scroll:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
        pre { padding: .75rem; border: 1px solid var(--edge); border-radius: 8px; background: var(--ground); font: .8125rem/1.5 ui-monospace, monospace; }
        table { border-collapse: collapse; width: 100%; font-size: .875rem; overflow-wrap: normal; }
        th, td { padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--edge); text-align: left; vertical-align: top; }
        th, td time { white-space: nowrap; }
        td code { display: inline-block; max-width: min(28rem, 60vw); font: .8125rem/1.35 ui-monospace, monospace; overflow-wrap: break-word; }
        .good { color: var(--soft); }
        .bad { color: var(--bad); font-weight: 600; }
        .soft { color: var(--soft); font-size: .875rem; }
        .code { font: 1.75rem/1.3 ui-monospace, monospace; letter-spacing: .08em; user-select: all; }
        .actions { display: flex; flex-wrap: wrap; gap: .75rem; position: sticky; bottom: 0; margin: .75rem 0 .25rem; padding: .75rem 0; background: var(--card); }
        button { flex: 1 1 9rem; min-height: 2.75rem; padding: .5rem 1rem; border: 1px solid var(--line); border-radius: 8px; background: transparent; color: inherit; font: inherit; font-weight: 600; cursor: pointer; }
        button.primary { border-color: var(--accent); background: var(--accent); color: var(--on-accent); }
        button:hover { filter: brightness(.93); }
        button:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
        """;

    /// <summary>What <c>style-src</c> allows.</summary>
    public static string PolicySource { get; } = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'";
}
