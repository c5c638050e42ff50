namespace BitbucketPS.Paging;

/// <summary>A page that was asked for.</summary>
/// <param name="Address">Where.</param>
/// <param name="Page">What comes.</param>
internal sealed record PageFetch<T>(Uri Address, Task<Page<T>> Page);
