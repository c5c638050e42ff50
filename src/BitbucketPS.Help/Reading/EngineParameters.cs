namespace BitbucketPS.Help;

/// <summary>The parameters that the engine adds to cmdlets that change something, and to those that list.</summary>
internal static class EngineParameters
{
    /// <summary>Whether the engine added a parameter.</summary>
    public static bool Contains(string name) => Describe(name) is not null;

    /// <summary>What the parameter does; null if it is none of the engine's.</summary>
    public static string? Describe(string name) => name switch
    {
        "WhatIf" => "Shows what the cmdlet would do, and does not do it.",
        "Confirm" => "Asks before each change; -Confirm:$false never asks.",
        "First" => "Gets no more than so many items of a list; of each input's, if there are many.",
        "Skip" => "Leaves out so many items at the beginning of a list; of each input's, if there are many.",
        "IncludeTotalCount" => "Writes how many items the list has, before them. Its property Accuracy is 1 if that is certain, less where wildcards leave some of them out, and 0 if the server does not tell; with -First 0, the number alone.",
        _ => null,
    };
}
