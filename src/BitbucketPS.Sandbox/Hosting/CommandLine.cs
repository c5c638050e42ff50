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
          --data DIR         keep everything in this folder; by default it goes with the
                             sandbox
          --seed SEED        what a fresh sandbox holds: demo (the default), empty (people
                             and projects, no repositories), size=large (1,000
                             repositories, 100,000 branches, 20,000 pull requests and
                             500 users on top of the demo), or own numbers such as
                             repositories=200,branches=5000,pullrequests=300,users=50
          --import FILE      put an exported state in the place of everything, then start
          --export FILE      write everything to this file, git included, and end
          --exit-with-stdin  stop when the standard input is closed, and no program holds
                             it by a lease any more
          --announce-json    write one line of JSON with address and credentials
                             instead of text
          --rate-limit N     refuse more than N requests of an account in an hour
          --latency MS       let each answer of the API take this much longer
          --quirk NAME=on    switch a surprise of the service on or off (NAME=off); may
                             be given more than once. GET /_sandbox/quirks lists them
          --fault SPEC       misbehave on purpose; may be given more than once. SPEC is a
                             kind of fault and, after commas, on which requests:
                             status,status=429,retry-after=5,path=/refs/,times=2
          --help             show this

        Kinds of faults: status, reset, reset-mid-body, slow-drip, stall,
        stall-before-answer, truncated-json, wrong-content-length, wrong-content-type,
        empty-content-type, html, redirect-loop, gzip-bomb, huge-json, deep-nesting,
        duplicate-keys, next-loop, next-elsewhere, shrinking-list.

          method=GET         only requests with this method
          path=TEXT          only those with this in their path or query; without it or
                             a pattern, all requests to the API
          pattern=REGEX      the same with a regular expression
          times=N            how many requests go wrong (1), or forever
          rate=0.1           which share of them (1)
          seed=N             where the dice for the rate start (1)
          after              carry the request out first, so that its answer is lost
          status=N           the status code (503)
          retry-after=TEXT   the header of that name; none by default
          delay=MS           the time before each byte of slow-drip (1000)
          size=N             bytes or levels of gzip-bomb, huge-json and deep-nesting
          left=N             how many items shrinking-list leaves (half)
          host=URL           where next-elsewhere leads
        """;

    public int Port { get; private set; }

    public string? DataDirectory { get; private set; }

    public SandboxSeed Seed { get; private set; } = SandboxSeed.Demo;

    public string? ImportFile { get; private set; }

    public string? ExportFile { get; private set; }

    public bool ExitsWithStdin { get; private set; }

    public bool AnnouncesJson { get; private set; }

    public int? RateLimit { get; private set; }

    public TimeSpan Latency { get; private set; }

    public IReadOnlyList<(SandboxQuirk Quirk, bool IsOn)> Quirks { get; private set; } = [];

    public IReadOnlyList<SandboxFault> Faults { get; private set; } = [];

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
            case "--import":
                ImportFile = RequireValue(argument, remaining);
                break;
            case "--export":
                ExportFile = RequireValue(argument, remaining);
                break;
            case "--seed":
                Seed = SandboxSeed.Parse(RequireValue(argument, remaining));
                break;
            case "--exit-with-stdin":
                ExitsWithStdin = true;
                break;
            case "--announce-json":
                AnnouncesJson = true;
                break;
            case "--rate-limit":
                RateLimit = ParseCount(argument, RequireValue(argument, remaining));
                break;
            case "--latency":
                Latency = TimeSpan.FromMilliseconds(ParseCount(argument, RequireValue(argument, remaining)));
                break;
            case "--quirk":
                Quirks = [.. Quirks, ParseQuirk(RequireValue(argument, remaining))];
                break;
            case "--fault":
                Faults = [.. Faults, FaultArgument.Parse(RequireValue(argument, remaining))];
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

    private static (SandboxQuirk Quirk, bool IsOn) ParseQuirk(string text)
    {
        string[] parts = text.Split('=', 2);
        string names = string.Join(", ", Enum.GetNames<SandboxQuirk>());
        return parts is [string name, "on" or "off"] && !char.IsAsciiDigit(name.FirstOrDefault('0')) && Enum.TryParse(name, ignoreCase: true, out SandboxQuirk quirk)
            ? (quirk, parts[1] is "on")
            : throw new FormatException($"--quirk takes NAME=on or NAME=off, not {text}. The names are {names}.");
    }

    private static int ParseCount(string argument, string text)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0
            ? count
            : throw new FormatException($"{argument} takes a number from 1 on, not {text}.");

    private static int ParsePort(string text)
        => ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ushort port)
            ? port
            : throw new FormatException($"--port takes a number from 0 to 65535, not {text}.");
}
