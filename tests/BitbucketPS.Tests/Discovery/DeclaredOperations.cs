using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Discovery;

/// <summary>Holds what a script asked the sandbox for against what Find-BitbucketCommand says of it.</summary>
internal static class DeclaredOperations
{
    /// <summary>The operations that were asked for, and that none of the script's commands says it uses.</summary>
    /// <param name="module">A runspace with the module.</param>
    /// <param name="script">The script.</param>
    /// <param name="requests">Its requests: method and path.</param>
    public static string[] Undeclared(ModuleRunspace module, string script, IEnumerable<string> requests)
    {
        string[] declared = Texts(module.Run(
            "(Find-BitbucketCommand -ScriptBlock ([scriptblock]::Create($script))).Commands | ForEach-Object { $_.Operations }", ("script", script)));
        string[] asked = [.. requests.SelectMany(request => Texts(module.Run(
            "[BitbucketPS.Operations.OperationCatalogue]::Find($method, $path) | Where-Object { $_ } | ForEach-Object Name",
            ("method", request.Split(' ')[0].Replace("HEAD", "GET", StringComparison.Ordinal)),
            ("path", request.Split(' ')[1]))))];

        // Connect-Bitbucket asks who it is, and goes on where that is refused: no scope is needed for it.
        string[] harmless = script.Contains("Connect-Bitbucket", StringComparison.Ordinal) ? ["GetCurrentUser"] : [];
        return [.. asked.Distinct(StringComparer.Ordinal).Except(declared, StringComparer.Ordinal).Except(harmless, StringComparer.Ordinal)];
    }

    private static string[] Texts(ScriptResult result) => [.. result.Clean().Select(item => $"{item}")];
}
