namespace BitbucketPS.Json;

/// <summary>Reads a commit of which only the hash is of interest.</summary>
internal sealed class HashConverter() : TextPropertyConverter("hash");
