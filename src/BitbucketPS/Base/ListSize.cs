namespace BitbucketPS.Cmdlets;

/// <summary>How many items a list has; written before them, as -IncludeTotalCount asks.</summary>
/// <param name="Total">The number.</param>
/// <param name="Accuracy">1 if it is certain, 0 if nobody knows, and between if it is an estimate.</param>
internal sealed record ListSize(long Total, double Accuracy);
