namespace BitbucketPS;

/// <summary>An answer as text.</summary>
/// <param name="Text">The body; empty if there was none.</param>
/// <param name="IsJson">True if the server says that it is JSON.</param>
public sealed record RawAnswer(string Text, bool IsJson);
