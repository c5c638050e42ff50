using System.Text;

namespace BitbucketPS.Sandbox;

/// <summary>What a finished git process left.</summary>
/// <param name="ExitCode">0 for success.</param>
/// <param name="Output">Its standard output, byte by byte.</param>
/// <param name="Error">Its standard error, for messages.</param>
internal sealed record GitResult(int ExitCode, byte[] Output, string Error)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>The output as text; bytes that are no UTF-8 (old commit messages) become U+FFFD.</summary>
    public string Text => Encoding.UTF8.GetString(Output);
}
