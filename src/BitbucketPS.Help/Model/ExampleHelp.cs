namespace BitbucketPS.Help;

/// <summary>An example.</summary>
/// <param name="Title">What it does, as one sentence without its full stop.</param>
/// <param name="Remarks">What else there is to say; often empty.</param>
/// <param name="Code">The lines to type.</param>
internal sealed record ExampleHelp(string Title, string Remarks, string Code);
