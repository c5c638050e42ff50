using System.Management.Automation;
using System.Management.Automation.Language;
using DriveNotFoundException = System.Management.Automation.DriveNotFoundException;

namespace BitbucketPS;

/// <summary>Reads the files of scripts.</summary>
internal static class ScriptFiles
{
    private const string FileSystem = "FileSystem";

    /// <summary>The files that a path means.</summary>
    /// <exception cref="BitbucketException">It means none.</exception>
    public static IReadOnlyList<string> Resolve(PSCmdlet cmdlet, string path)
    {
        try
        {
            string[] files = [.. cmdlet.GetResolvedProviderPathFromPSPath(path, out ProviderInfo provider)];
            return provider.Name is FileSystem && files.Length > 0 ? files : throw Missing(path);
        }
        catch (Exception e) when (e is ItemNotFoundException or DriveNotFoundException or ProviderNotFoundException)
        {
            throw Missing(path, e);
        }
    }

    /// <summary>The file that a path without wildcards means.</summary>
    /// <exception cref="BitbucketException">There is none.</exception>
    public static string ResolveLiteral(PSCmdlet cmdlet, string path)
    {
        try
        {
            string file = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
            return provider.Name is FileSystem && (File.Exists(file) || Directory.Exists(file)) ? file : throw Missing(path);
        }
        catch (Exception e) when (e is DriveNotFoundException or ProviderNotFoundException)
        {
            throw Missing(path, e);
        }
    }

    /// <summary>The syntax tree of a script.</summary>
    /// <exception cref="BitbucketException">It cannot be read, or is no script.</exception>
    public static Ast Parse(string file)
    {
        if (Directory.Exists(file))
        {
            throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"'{file}' is a folder, and no script.")
            {
                RecommendedAction = "Give the scripts in it, as in -Path folder/*.ps1, or pipe what Get-ChildItem -Recurse -Include *.ps1 writes.",
            };
        }

        try
        {
            ScriptBlockAst script = Parser.ParseFile(file, out _, out ParseError[] errors);
            return errors.Length == 0 ? script : throw new BitbucketException(
                BitbucketErrorKind.InvalidArgument,
                FormattableString.Invariant($"'{file}' is no script that can be read: line {errors[0].Extent.StartLineNumber}: {errors[0].Message}"))
            {
                RecommendedAction = "Correct the script first; nothing of it was judged.",
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ParseException)
        {
            throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"'{file}' cannot be read: {e.Message}", e);
        }
    }

    private static BitbucketException Missing(string path, Exception? inner = null)
        => new(BitbucketErrorKind.NotFound, $"No file is '{path}'.", inner) { RecommendedAction = "Check the spelling, and the folder that you are in." };
}
