namespace BitbucketPS;

/// <summary>A text in the body of a request.</summary>
internal sealed record RawTextBody(string Raw);
