namespace BitbucketPS.Sandbox;

/// <summary>What an operation answers when it succeeds.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Shape">The shape of the body, a list being a page of them; null where the table does not say.</param>
internal sealed record OperationAnswer(int Status, ShapeType? Shape);
