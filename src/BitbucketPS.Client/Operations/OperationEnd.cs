namespace BitbucketPS.Operations;

/// <summary>Why an operation is not, or soon no longer, to be used. The default value is that of a live one.</summary>
internal readonly record struct OperationEnd(OperationStatus Status, DateOnly? RemovedOn, string? ReplacedBy)
{
    public static OperationEnd ConnectAppOnly { get; } = new(OperationStatus.ConnectAppOnly, RemovedOn: null, ReplacedBy: null);

    public static OperationEnd Deprecated(string? replacedBy = null) => new(OperationStatus.Deprecated, RemovedOn: null, replacedBy);

    public static OperationEnd Removed(string? replacedBy = null) => new(OperationStatus.Removed, RemovedOn: null, replacedBy);

    public static OperationEnd Removed(int year, int month, int day, string? replacedBy = null) =>
        new(OperationStatus.Removed, new DateOnly(year, month, day), replacedBy);
}
