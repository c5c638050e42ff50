using System.Runtime.InteropServices;

namespace BitbucketPS.Limits;

/// <summary>Leave to send one request.</summary>
/// <param name="Pause">How many pauses the group had made when it was given: a rejection of an older request says nothing new.</param>
/// <param name="IsProbe">True for the one request that finds out whether a pause was long enough.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BudgetPermit(int Pause, bool IsProbe);
