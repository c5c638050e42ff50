using System.Runtime.InteropServices;

namespace BitbucketPS.Cmdlets;

/// <summary>Work on an input that has copies of all it needs, and has not begun.</summary>
/// <param name="Work">The work.</param>
/// <param name="Items">What it gives, once it is asked for the first.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PreparedWork(InputWork Work, IAsyncEnumerable<object?> Items)
{
    /// <summary>True if it must not overlap with the work on other inputs.</summary>
    public bool IsAlone { get; init; }
}
