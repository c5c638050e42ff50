namespace BitbucketPS.Benchmarks;

/// <summary>What the program tells the one that started it.</summary>
internal static class ExitCodes
{
    public const int Kept = 0;

    /// <summary>The median is above the limit, or nothing could be measured.</summary>
    public const int Exceeded = 1;

    /// <summary>The arguments are refused.</summary>
    public const int Usage = 2;
}
