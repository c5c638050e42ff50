namespace BitbucketPS.Help;

/// <summary>The parameters that the engine adds to cmdlets that change something.</summary>
internal static class EngineParameters
{
    /// <summary>Whether the engine added a parameter.</summary>
    public static bool Contains(string name) => Describe(name) is not null;

    /// <summary>What the parameter does; null if it is none of the engine's.</summary>
    public static string? Describe(string name) => name switch
    {
        "WhatIf" => "Shows what the cmdlet would do, and does not do it.",
        "Confirm" => "Asks before each change; -Confirm:$false never asks.",
        _ => null,
    };
}
