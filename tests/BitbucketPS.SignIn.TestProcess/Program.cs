using BitbucketPS.Profiles;
using BitbucketPS.SignIn.Profiles;

namespace BitbucketPS.SignIn.TestProcess;

/// <summary>A process that the tests start: it does what each line of its input says, and answers with a line that begins with ok or error.</summary>
public static class Program
{
    /// <summary>Runs it.</summary>
    /// <param name="args">The folder of a store; <c>--platform</c> for the platform's protected storage too, <c>--protected</c> for it alone.</param>
    public static async Task Main(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        ProfileStoreOptions options = new()
        {
            Directory = args[0],
            RequiresProtection = args.Contains("--protected"),
            Warn = Say("warn"),
            Patience = TimeSpan.FromMinutes(5),
        };
        IProfileStore store = args.Length > 1 ? ProfileStores.Open(options) : ProfileStores.Open(options, static _ => null);
        StoreCommands commands = new(store, Say("done"));
        using SessionCommands session = new(store);
        while (await Console.In.ReadLineAsync() is string line)
        {
            Console.WriteLine(await AnswerAsync(words => SessionCommands.Has(words[0]) ? session.RunAsync(words[0], words[^1]) : commands.RunAsync(words[0], words[1..]), line.Split(' ')));
        }
    }

    private static Action<string> Say(string word) => text => Console.WriteLine($"{word} {text}");

    private static async Task<string> AnswerAsync(Func<string[], Task<string>> run, string[] words)
    {
        try
        {
            return $"ok {await run(words)}".TrimEnd();
        }
        catch (BitbucketException e)
        {
            return $"error {e.Kind} {e.Message}";
        }
    }
}
