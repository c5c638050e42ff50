using System.Text;

namespace BitbucketPS.Sandbox;

/// <summary>Writes bare repositories without a process for each step, which thousands of them would feel.</summary>
internal static class BareRepository
{
    private const string Config = "[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = true\n";

    /// <summary>Makes an empty one.</summary>
    public static async Task MakeAsync(string path, string head, CancellationToken cancellationToken)
    {
        foreach (string folder in (string[])["objects/info", "objects/pack", "refs/heads", "refs/tags"])
        {
            Directory.CreateDirectory(Path.Combine(path, folder));
        }

        await File.WriteAllTextAsync(Path.Combine(path, "config"), Config, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(path, "HEAD"), head + "\n", cancellationToken);
    }

    /// <summary>Writes all refs into one file, in the order git wants.</summary>
    public static Task WriteRefsAsync(string path, IEnumerable<KeyValuePair<string, string>> refs, CancellationToken cancellationToken)
    {
        // "sorted" lets git search in it. Nothing is peeled, and nothing claims to be.
        StringBuilder text = new("# pack-refs with: sorted \n");
        foreach ((string name, string hash) in refs.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append(hash).Append(' ').Append(name).Append('\n');
        }

        return File.WriteAllTextAsync(Path.Combine(path, "packed-refs"), text.ToString(), cancellationToken);
    }
}
