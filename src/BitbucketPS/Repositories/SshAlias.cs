namespace BitbucketPS;

/// <summary>Names that a person's configuration of ssh gives to hosts, as people with several accounts do.</summary>
internal static class SshAlias
{
    /// <summary>The host that ssh goes to; null if it does not say so.</summary>
    /// <param name="name">The name that stands in the address.</param>
    /// <param name="patience">How long ssh may take.</param>
    public static string? HostOf(string name, TimeSpan patience)
    {
        // It comes out of a clone's configuration, and must not become an option, nor a command in a configuration that uses %h.
        if (name.Length == 0 || !char.IsAsciiLetterOrDigit(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))
        {
            return null;
        }

        try
        {
            QuickAnswer? answer = QuickProgram.AskAsync("ssh", ["-G", name], patience).GetAwaiter().GetResult();
            return answer is { ExitCode: 0 } ? Read(answer.Output) : null;
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private static string? Read(string configuration)
        => configuration
            .Split('\n', StringSplitOptions.TrimEntries)
            .Select(line => line.Split(' ', 2))
            .FirstOrDefault(words => words is ["hostname", _])?[1];
}
