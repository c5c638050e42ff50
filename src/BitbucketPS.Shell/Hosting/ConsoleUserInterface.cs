using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace BitbucketPS.Shell.Hosting;

/// <summary>Writes to the console and asks there.</summary>
internal sealed class ConsoleUserInterface : PSHostUserInterface
{
    private const string Red = "\e[31m";
    private const string Yellow = "\e[33m";
    private const string Plain = "\e[0m";

    private readonly ProgressLine _progress = new();
    private readonly bool _colours = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null;

    /// <summary>How many lines of errors were shown.</summary>
    public int ErrorLines { get; private set; }

    public override PSHostRawUserInterface RawUI { get; } = new ConsoleRawUserInterface();

    public override bool SupportsVirtualTerminal => _colours;

    /// <summary>Takes progress off the screen that nobody has said the end of, as after Ctrl-C.</summary>
    public void EndProgress() => _progress.Erase();

    public override void Write(string value)
    {
        _progress.Erase();
        Console.Out.Write(Rendered(value));
    }

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    public override void WriteLine(string value)
    {
        _progress.Erase();
        Console.Out.WriteLine(Rendered(value));
    }

    public override void WriteErrorLine(string value)
    {
        ErrorLines++;
        _progress.Erase();
        Console.Error.WriteLine(Console.IsErrorRedirected ? WithoutColours(value) : Rendered($"{Red}{value}{Plain}"));
    }

    public override void WriteWarningLine(string message) => WriteNote("WARNING", message);

    public override void WriteVerboseLine(string message) => WriteNote("VERBOSE", message);

    public override void WriteDebugLine(string message) => WriteNote("DEBUG", message);

    public override void WriteProgress(long sourceId, ProgressRecord record) => _progress.Show(sourceId, record);

    public override string ReadLine()
    {
        _progress.Erase();
        return Console.In.ReadLine() ?? throw NoInput();
    }

    public override SecureString ReadLineAsSecureString()
    {
        _progress.Erase();
        SecureString secret = new();
        foreach (char c in Console.IsInputRedirected ? ReadLine() : HiddenLine.Read())
        {
            secret.AppendChar(c);
        }

        secret.MakeReadOnly();
        return secret;
    }

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
    {
        Announce(caption, message);
        return descriptions.ToDictionary(field => field.Name, Ask, StringComparer.OrdinalIgnoreCase);
    }

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        Announce(caption, message);
        string[] keys = [.. choices.Select(ChoiceKey)];
        while (true)
        {
            string offered = string.Join("  ", choices.Select((choice, i) => $"[{keys[i]}] {Name(choice)}"));
            Write(defaultChoice < 0 ? $"{offered}: " : $"{offered} (default is \"{keys[defaultChoice]}\"): ");
            string answer = ReadLine().Trim();
            int chosen = answer.Length == 0 ? defaultChoice : Array.FindIndex(keys, key => Same(key, answer));
            chosen = chosen >= 0 || answer.Length == 0 ? chosen : choices.ToList().FindIndex(choice => Same(Name(choice), answer));
            if (chosen >= 0)
            {
                return chosen;
            }
        }
    }

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName)
    {
        Announce(caption, message);
        if (string.IsNullOrEmpty(userName))
        {
            Write("User: ");
            userName = ReadLine();
        }

        Write($"Password for user {userName}: ");
        return new(userName, ReadLineAsSecureString());
    }

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options)
        => PromptForCredential(caption, message, userName, targetName);

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);

    private static string Name(ChoiceDescription choice) => choice.Label.Replace("&", "", StringComparison.Ordinal);

    private static string ChoiceKey(ChoiceDescription choice)
    {
        int mark = choice.Label.IndexOf('&', StringComparison.Ordinal);
        return mark >= 0 && mark + 1 < choice.Label.Length
            ? choice.Label[mark + 1].ToString().ToUpper(CultureInfo.InvariantCulture)
            : choice.Label;
    }

    private static PSInvalidOperationException NoInput() => new("There is nobody to ask: the input has ended.");

    private static string WithoutColours(string text) => GetOutputString(text, supportsVirtualTerminal: false);

    // As $PSStyle.OutputRendering says, where there may be colours at all.
    private string Rendered(string text) => GetOutputString(text, _colours);

    private PSObject Ask(FieldDescription field)
    {
        Write($"{field.Name}: ");
        return field.ParameterTypeFullName switch
        {
            "System.Security.SecureString" => PSObject.AsPSObject(ReadLineAsSecureString()),
            "System.Management.Automation.PSCredential" => PSObject.AsPSObject(PromptForCredential("", "", "", "")),
            _ => PSObject.AsPSObject(ReadLine()),
        };
    }

    private void Announce(string caption, string message)
    {
        foreach (string text in new[] { caption, message })
        {
            if (!string.IsNullOrEmpty(text))
            {
                WriteLine(text);
            }
        }
    }

    private void WriteNote(string kind, string message)
        => WriteLine($"{Yellow}{kind}: {message}{Plain}");
}
