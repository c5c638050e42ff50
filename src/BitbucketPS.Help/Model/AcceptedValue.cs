namespace BitbucketPS.Help;

/// <summary>One of the few values that a parameter takes.</summary>
/// <param name="Name">The value.</param>
/// <param name="Description">What it means; may be empty.</param>
internal sealed record AcceptedValue(string Name, string Description);
