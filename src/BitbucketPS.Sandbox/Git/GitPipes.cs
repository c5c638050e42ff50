namespace BitbucketPS.Sandbox;

/// <summary>What a git process reads and where it writes, both as they come.</summary>
/// <param name="WriteInput">Writes the standard input; null closes it at once.</param>
/// <param name="Output">Gets the standard output.</param>
internal sealed record GitPipes(Func<Stream, Task>? WriteInput, Stream Output)
{
    /// <summary>The version of the wire protocol that the other side asked for; 0 for none in particular.</summary>
    public int ProtocolVersion { get; init; }
}
