namespace BitbucketPS.Shell;

/// <summary>What the shell was started for.</summary>
internal enum ShellMode
{
    /// <summary>Shows what the module does, against a sandbox.</summary>
    Demo,

    /// <summary>Runs a script file.</summary>
    File,

    /// <summary>Runs a text.</summary>
    Command,

    /// <summary>Asks for commands.</summary>
    Interactive,

    /// <summary>Says how it is used.</summary>
    Help,
}
