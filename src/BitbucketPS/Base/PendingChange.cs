using System.Runtime.InteropServices;

namespace BitbucketPS.Cmdlets;

/// <summary>A change that waits for the end of the input.</summary>
/// <param name="Target">What is changed: its full address, as -WhatIf shows it and as errors name it.</param>
/// <param name="Action">What is done to it, in words: <c>Delete branch</c>.</param>
/// <param name="RunAsync">Does it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PendingChange(string Target, string Action, Func<Task> RunAsync);
