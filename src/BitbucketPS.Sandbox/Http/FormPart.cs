namespace BitbucketPS.Sandbox;

/// <summary>A part of a multipart form.</summary>
/// <param name="Name">What the form calls it; empty if it says nothing.</param>
/// <param name="FileName">The file's own name; null if it is no file.</param>
/// <param name="Attributes">What <c>x-attributes</c> says of the file; empty for nothing.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record FormPart(string Name, string? FileName, string Attributes, byte[] Content);
