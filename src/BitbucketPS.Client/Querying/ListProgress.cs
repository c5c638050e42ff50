using System.Runtime.InteropServices;

namespace BitbucketPS;

/// <summary>How far a list was read.</summary>
/// <param name="Read">How many items have come, those that were skipped included.</param>
/// <param name="Total">How many items the list has, by the server's word; null where it does not say.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ListProgress(long Read, long? Total);
