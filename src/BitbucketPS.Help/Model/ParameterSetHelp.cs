namespace BitbucketPS.Help;

/// <summary>One way to call a cmdlet.</summary>
/// <param name="Name">The name of the set.</param>
/// <param name="IsDefault">Whether it is the one that is taken where nothing decides.</param>
/// <param name="Parameters">Its parameters as this set has them, in the order to type them.</param>
internal sealed record ParameterSetHelp(string Name, bool IsDefault, IReadOnlyList<ParameterHelp> Parameters);
