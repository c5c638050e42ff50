using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>A path as a person gives it: plain, or with wildcards.</summary>
internal sealed class SourcePattern
{
    private readonly NamePattern? _rest;
    private readonly bool _isOfName;
    private readonly int _prefix;

    /// <summary>Takes a path.</summary>
    /// <param name="path">The path.</param>
    /// <param name="isLiteral">True if wildcards in it are plain letters.</param>
    /// <param name="recurses">True if everything below a directory is meant; a pattern without a slash is then one for names.</param>
    /// <exception cref="BitbucketException">Its wildcards are broken.</exception>
    public SourcePattern(string path, bool isLiteral, bool recurses)
    {
        string[] parts = path.Trim('/').Split('/');
        int plain = isLiteral ? parts.Length : parts.TakeWhile(part => !WildcardPattern.ContainsWildcardCharacters(part)).Count();
        string directory = string.Join('/', parts[..plain]);
        Directory = isLiteral ? directory : WildcardPattern.Unescape(directory);
        IsDirectory = Directory.Length == 0 || path.EndsWith('/') || plain < parts.Length;
        _rest = plain < parts.Length ? new(string.Join('/', parts[plain..])) : null;
        _isOfName = recurses && parts.Length - plain == 1;
        _prefix = Directory.Length == 0 ? 0 : Directory.Length + 1;

        // Only at their own level do as many slashes stand in a path as in the pattern, so that no wildcard matches one.
        Depth = recurses && parts.Length - plain <= 1 ? SourceQuery.AllLevels : Math.Max(1, parts.Length - plain);
    }

    /// <summary>The part of the path before the first wildcard.</summary>
    public string Directory { get; }

    /// <summary>True if that part can be no file.</summary>
    public bool IsDirectory { get; }

    /// <summary>How many levels below the directory what is meant may lie.</summary>
    public int Depth { get; }

    /// <summary>True if everything in the directory is meant.</summary>
    public bool IsEverything => _rest is null;

    /// <summary>A condition that holds for all that is meant, and perhaps for more.</summary>
    public string? Condition => _rest?.Condition("path");

    /// <summary>True if an entry is meant.</summary>
    public bool IsMatch(SourceEntry entry) => _rest is null || _rest.IsMatch(_isOfName ? entry.Name : entry.Path[_prefix..]);
}
