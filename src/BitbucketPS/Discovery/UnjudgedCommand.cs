using System.Globalization;

namespace BitbucketPS;

/// <summary>A call in a script that may need more scopes, and cannot be judged by reading the script.</summary>
/// <param name="Line">The line that it begins on.</param>
/// <param name="Text">What stands there, up to the end of the line.</param>
/// <param name="Reason">Why it cannot be judged.</param>
public sealed record UnjudgedCommand(int Line, string Text, string Reason)
{
    /// <summary>The line, what stands there, and why it cannot be judged.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"line {Line}: {Text} ({Reason})");
}
