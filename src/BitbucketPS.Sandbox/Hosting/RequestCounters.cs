namespace BitbucketPS.Sandbox;

/// <summary>How many requests there were, of each sort.</summary>
/// <param name="Total">All of them.</param>
/// <param name="Writes">Those that changed something.</param>
/// <param name="ByOperation">By the name of the operation.</param>
/// <param name="ByStatus">By the status of the answer.</param>
internal sealed record RequestCounters(
    int Total, int Writes, IReadOnlyList<KeyValuePair<string, int>> ByOperation, IReadOnlyList<KeyValuePair<int, int>> ByStatus);
