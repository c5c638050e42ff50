using System.ComponentModel;
using System.Diagnostics;

namespace BitbucketPS;

/// <summary>Finds out which repository a folder is a clone of, by asking git.</summary>
internal static class GitClone
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    /// <summary>The repository of the remote <c>origin</c>, else of the first remote that belongs to the session; null if there is none.</summary>
    public static RepositoryId? FindRepository(string folder, BitbucketSession session)
        => ReadRemotes(folder)
            .OrderByDescending(remote => remote.Name is "origin")
            .Select(remote => Parse(remote.Address, session))
            .FirstOrDefault(id => id is not null);

    private static RepositoryId? Parse(string address, BitbucketSession session)
        => RepositoryAddress.TryParse(address, out string? host, out string? path)
            && RepositoryAddress.Belongs(host, session)
            && RepositoryId.TryParse(path, out RepositoryId? id)
            ? id
            : null;

    // "git remote -v" rather than the configuration, since only it applies url.….insteadOf.
    private static IEnumerable<(string Name, string Address)> ReadRemotes(string folder)
    {
        foreach (string line in RunGit("-C", folder, "remote", "-v").Split('\n'))
        {
            if (line.Split('\t') is [string name, string rest])
            {
                yield return (name, rest.Split(' ')[0]);
            }
        }
    }

    private static string RunGit(params string[] arguments)
    {
        ProcessStartInfo start = new("git", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using Process git = Process.Start(start)!;
            git.ErrorDataReceived += static (_, _) => { };
            git.BeginErrorReadLine();
            string output = git.StandardOutput.ReadToEnd();
            return git.WaitForExit(s_patience) && git.ExitCode == 0 ? output : "";
        }
        catch (Win32Exception)
        {
            // No git on this machine, so no clone to speak of.
            return "";
        }
    }
}
