using System.Globalization;

namespace BitbucketPS.Sandbox;

/// <summary>What the person or program that starts the sandbox wants.</summary>
internal sealed record CommandLine
{
    public const string Help =
        """
        Usage: dotnet run --project src/BitbucketPS.Sandbox -- [options]

        A Bitbucket on this machine, for trying scripts and for tests. It listens on
        127.0.0.1 only, and is no server for real work. It says at its start how to sign
        in (OAuth 2, OAuth 1.0a, API token), and what to clone with git:

          Connect-Bitbucket -Consumer $consumer -BaseUri http://127.0.0.1:PORT
          git clone http://demo@127.0.0.1:PORT/demo/website.git

          --port N           listen on this port; any free one by default
          --data DIR         keep the repositories in this folder; by default they go
                             with the sandbox
          --exit-with-stdin  stop when the standard input is closed
          --announce-json    write one line of JSON with address and credentials
                             instead of text
          --help             show this
        """;

    public int Port { get; private set; }

    public string? DataDirectory { get; private set; }

    public bool ExitsWithStdin { get; private set; }

    public bool AnnouncesJson { get; private set; }

    public bool WantsHelp { get; private set; }

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="FormatException">They make no sense; the message says why.</exception>
    public static CommandLine Parse(IEnumerable<string> arguments)
    {
        CommandLine line = new();
        using IEnumerator<string> remaining = arguments.GetEnumerator();
        while (remaining.MoveNext())
        {
            line.Read(remaining.Current, remaining);
        }

        return line;
    }

    private void Read(string argument, IEnumerator<string> remaining)
    {
        switch (argument)
        {
            case "--port":
                Port = ParsePort(RequireValue(argument, remaining));
                break;
            case "--data":
                DataDirectory = RequireValue(argument, remaining);
                break;
            case "--exit-with-stdin":
                ExitsWithStdin = true;
                break;
            case "--announce-json":
                AnnouncesJson = true;
                break;
            case "--help" or "-h":
                WantsHelp = true;
                break;
            default:
                throw new FormatException($"Unknown argument: {argument}");
        }
    }

    private static string RequireValue(string argument, IEnumerator<string> remaining)
        => remaining.MoveNext() && remaining.Current.Length > 0
            ? remaining.Current
            : throw new FormatException($"{argument} needs a value.");

    private static int ParsePort(string text)
        => ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ushort port)
            ? port
            : throw new FormatException($"--port takes a number from 0 to 65535, not {text}.");
}
