namespace BitbucketPS.Help;

/// <summary>The files of the help: what they should hold, and what is there.</summary>
internal sealed class HelpFiles
{
    private readonly SortedDictionary<string, string> _contents = new(StringComparer.Ordinal);
    private readonly string _commandDirectory;

    private HelpFiles(string docsDirectory) => _commandDirectory = Path.Combine(docsDirectory, "cmdlets");

    /// <summary>Makes the help of all commands.</summary>
    public static HelpFiles Make(IReadOnlyList<CommandHelp> commands, HelpOptions options)
    {
        HelpFiles files = new(options.DocsDirectory);
        string maml = $"{Path.GetFileName(options.AssemblyPath)}-Help.xml";
        files._contents[Path.Combine(options.ModuleDirectory, "en-US", maml)] = MamlWriter.Write(commands);
        files._contents[Path.Combine(options.DocsDirectory, "README.md")] = MarkdownIndex.Write(commands);
        foreach (CommandHelp command in commands)
        {
            files._contents[Path.Combine(files._commandDirectory, $"{command.Name}.md")] = MarkdownWriter.Write(command);
        }

        return files;
    }

    /// <summary>The files that differ from what they should hold, are missing, or belong to no command.</summary>
    public IEnumerable<string> Stale() => Changed().Concat(Orphans());

    /// <summary>Makes the files current, and leaves alone those that are.</summary>
    public void Write()
    {
        foreach (string path in Changed().ToList())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);

            // Two builds may run at once; each file is whole at any time.
            string draft = $"{path}.{Environment.ProcessId}.tmp";
            File.WriteAllText(draft, _contents[path]);
            File.Move(draft, path, overwrite: true);
        }

        foreach (string path in Orphans().ToList())
        {
            File.Delete(path);
        }
    }

    // A checkout may have made the line ends those of its system.
    private IEnumerable<string> Changed()
        => _contents.Where(file => !IsCurrent(file.Key, file.Value)).Select(file => file.Key);

    private static bool IsCurrent(string path, string content)
        => File.Exists(path) && string.Equals(File.ReadAllText(path).ReplaceLineEndings("\n"), content, StringComparison.Ordinal);

    private IEnumerable<string> Orphans() => Directory.Exists(_commandDirectory)
        ? Directory.GetFiles(_commandDirectory, "*.md").Where(path => !_contents.ContainsKey(path)).Order(StringComparer.Ordinal)
        : [];
}
