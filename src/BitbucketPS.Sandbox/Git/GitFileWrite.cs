namespace BitbucketPS.Sandbox;

/// <summary>A change of one file.</summary>
/// <param name="Path">From the root, with slashes.</param>
/// <param name="Content">All of it; null to delete the file.</param>
internal sealed record GitFileWrite(string Path, ReadOnlyMemory<byte>? Content)
{
    /// <summary>git's; <c>100755</c> for an executable file and <c>120000</c> for a link.</summary>
    public string Mode { get; init; } = "100644";
}
