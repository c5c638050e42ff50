namespace BitbucketPS.Help;

/// <summary>Writes the module's help and docs, or checks that those there are current.</summary>
internal static class Program
{
    private const string Usage = "BitbucketPS.Help [--check] <path of BitbucketPS.dll> <module folder> <docs folder>";

    private static int Main(string[] arguments)
    {
        if (HelpOptions.TryParse(arguments) is not { } options)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        IReadOnlyList<CommandHelp> commands = HelpReader.Read(options.AssemblyPath);
        List<string> problems = [.. commands.SelectMany(HelpAudit.Problems)];
        if (problems.Count > 0)
        {
            // The form that MSBuild takes for an error of the build.
            problems.ForEach(problem => Console.WriteLine($"BitbucketPS.Help : error HELP001: {problem}"));
            return 1;
        }

        HelpFiles files = HelpFiles.Make(commands, options);
        return options.Check ? Check(files) : Write(files);
    }

    private static int Write(HelpFiles files)
    {
        files.Write();
        return 0;
    }

    private static int Check(HelpFiles files)
    {
        List<string> stale = [.. files.Stale()];
        stale.ForEach(path => Console.WriteLine($"{path} is not current; build src/BitbucketPS.Help."));
        return stale.Count == 0 ? 0 : 1;
    }
}
