namespace BitbucketPS.Operations;

/// <summary>How the pages of a list are reached, one after the other.</summary>
public enum OperationPaging
{
    /// <summary>The answer is no list, or all of it.</summary>
    None,

    /// <summary>Each page holds the address of the next in <c>next</c>, opaque, until one has none.</summary>
    ByLink,

    /// <summary>
    /// <c>next</c> is not to be trusted: it may be missing, invalid, or still there on the last page
    /// (BCLOUD-13806, -20265, -20910, -22441). The pages are asked for by number, <c>page=1</c> and on,
    /// until one has no values.
    /// </summary>
    ByNumber,
}
