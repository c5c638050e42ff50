using System.Globalization;

namespace BitbucketPS.Sandbox;

/// <content>Looking for text.</content>
internal sealed partial class GitRepository
{
    /// <summary>The lines with any of some words, in the files of a commit that have all of them. Upper and lower case are the same.</summary>
    public async Task<IReadOnlyList<GitMatch>> SearchAsync(string commit, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        IEnumerable<string> patterns = words.SelectMany(word => new[] { "-e", word });
        GitResult result = await RunAsync(
            cancellationToken,
            ["grep", "-n", "-z", "-I", "-i", "--fixed-strings", "--full-name", "--all-match", .. patterns, commit, "--"]);

        // Each line is HASH:PATH, its number and its text with NULs between; 1 is the way to say that nothing was found.
        return result.ExitCode == 1 ? [] : [.. result.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse).OfType<GitMatch>()];
    }

    private static GitMatch? Parse(string line)
    {
        string[] fields = line.Split('\0', 3);
        return fields.Length == 3 && int.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? new(fields[0][(fields[0].IndexOf(':', StringComparison.Ordinal) + 1)..], number, fields[2])
            : null;
    }
}
