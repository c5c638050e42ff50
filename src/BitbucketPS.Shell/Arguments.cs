namespace BitbucketPS.Shell;

/// <summary>The command line.</summary>
/// <param name="Mode">What to do.</param>
/// <param name="Text">The file, or the text of the command.</param>
/// <param name="Rest">The script's own arguments.</param>
internal sealed record Arguments(ShellMode Mode, string Text = "", IReadOnlyList<string>? Rest = null)
{
    /// <summary>What is wrong with it, if anything.</summary>
    public string? Error { get; private init; }

    public static Arguments Parse(string[] args) => args switch
    {
        [] => new(ShellMode.Demo),
        ["-?" or "-h" or "--help" or "-Help", ..] => new(ShellMode.Help),
        [string name] when Is(name, "-Interactive") => new(ShellMode.Interactive),
        [string name] when Is(name, "-Command") => Wrong("-Command takes the text of a command."),

        // As pwsh does; git appends to its helpers' command what it wants of them.
        [string name, .. string[] words] when Is(name, "-Command") => new(ShellMode.Command, string.Join(' ', words)),
        [string name, ..] when name.StartsWith('-') => Wrong($"'{name}' is not known here."),
        [string file, .. string[] rest] when File.Exists(file) => new(ShellMode.File, Path.GetFullPath(file), rest),
        [string file, ..] => Wrong($"There is no file '{file}'."),
    };

    private static bool Is(string text, string name) => text.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static Arguments Wrong(string why) => new(ShellMode.Help) { Error = why };
}
