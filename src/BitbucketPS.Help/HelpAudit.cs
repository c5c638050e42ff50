namespace BitbucketPS.Help;

/// <summary>Finds what a cmdlet's documentation lacks. A cmdlet without help does not build.</summary>
internal static class HelpAudit
{
    /// <summary>What is missing, one line for each.</summary>
    public static IEnumerable<string> Problems(CommandHelp command)
    {
        IEnumerable<string> examples = command.Examples
            .Where(example => example.Title.Length == 0 || example.Code.Length == 0)
            .Select(_ => "an example lacks its <summary> or its <code>");
        IEnumerable<string> parameters = command.Parameters
            .Where(parameter => parameter.Description.Count == 0)
            .Select(parameter => $"the parameter -{parameter.Name} lacks its text, the property's <summary>");
        return Absent(command).Concat(examples).Concat(parameters).Select(problem => $"{command.Name}: {problem}.");
    }

    private static IEnumerable<string> Absent(CommandHelp command)
    {
        if (command.Synopsis.Length == 0)
        {
            yield return "the synopsis is missing, the class's <summary>";
        }

        if (command.Description.Count == 0)
        {
            yield return "the description is missing, the class's <remarks>";
        }

        if (command.Examples.Count == 0)
        {
            yield return "there is no <example>";
        }
    }
}
