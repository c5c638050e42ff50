using System.Globalization;
using System.Text.RegularExpressions;

namespace BitbucketPS.Sandbox;

/// <summary>That the git command is one that can do what the sandbox asks of it.</summary>
internal static partial class GitRequirement
{
    // The first whose merge-tree merges without a work tree.
    private static readonly Version s_oldest = new(2, 38);

    /// <summary>Asks git for its version, so that an old one is told at the start and not by the first merge.</summary>
    /// <exception cref="SandboxException">There is no git command on the PATH, or it is too old.</exception>
    public static async Task CheckAsync(CancellationToken cancellationToken)
    {
        GitResult result = await GitCommand.RunOrThrowAsync(["--version"], writeInput: null, cancellationToken);
        Match match = Number().Match(result.Text);
        if (match.Success && Version.Parse(match.Value) < s_oldest)
        {
            throw new SandboxException(string.Create(
                CultureInfo.InvariantCulture, $"The sandbox needs git {s_oldest} or later; the one on the PATH is {result.Text.Trim()}."));
        }
    }

    [GeneratedRegex("[0-9]{1,4}\\.[0-9]{1,4}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
