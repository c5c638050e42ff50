namespace BitbucketPS.Sandbox;

/// <summary>A property of a shape.</summary>
/// <param name="Type">What it holds.</param>
/// <param name="IsRequired">Whether the API description says that it is always there.</param>
/// <param name="IsDeclared">Whether the API description has it at all.</param>
internal sealed record ShapeProperty(ShapeType Type, bool IsRequired, bool IsDeclared);
