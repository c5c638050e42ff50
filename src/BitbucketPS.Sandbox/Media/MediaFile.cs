namespace BitbucketPS.Sandbox;

/// <summary>A file that can be fetched for a while.</summary>
/// <param name="Name">For people.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="ExpiresOn">Until when.</param>
/// <param name="ReadAsync">Gets its bytes.</param>
internal sealed record MediaFile(string Name, string ContentType, DateTimeOffset ExpiresOn, Func<CancellationToken, Task<byte[]>> ReadAsync);
