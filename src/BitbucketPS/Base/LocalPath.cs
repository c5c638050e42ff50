using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>Paths of this machine, as a person gives them.</summary>
internal static class LocalPath
{
    /// <summary>The full path of a file or a folder, which need not be there.</summary>
    /// <param name="cmdlet">The cmdlet, at whose location a relative path begins.</param>
    /// <param name="path">The path.</param>
    /// <exception cref="BitbucketException">It is on a drive without files, such as Env:.</exception>
    public static string Of(PSCmdlet cmdlet, string path)
    {
        string found = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);

        // From such a drive comes a path that would be taken from wherever the process was started.
        return provider.Name is "FileSystem" ? found : throw new BitbucketException(
            BitbucketErrorKind.InvalidArgument, $"'{path}' is on a drive of {provider.Name}, where are no files.")
        {
            RecommendedAction = "Give the full path of a file or a folder, or go to a folder first.",
        };
    }
}
