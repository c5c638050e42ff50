using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal;
using System.Security;
using System.Text;

namespace BitbucketPS.Tests.Hosting;

/// <summary>Keeps what it is told to show, 100 columns wide, without colours.</summary>
internal sealed class RecordingUserInterface : PSHostUserInterface
{
    private readonly StringBuilder _text = new();

    /// <summary>The answer to the next question; null where nobody is there.</summary>
    public string? Answer { get; set; }

    /// <summary>What is chosen where there is a choice; null where nobody is there.</summary>
    public int? Choice { get; set; }

    /// <summary>How often there was a choice.</summary>
    public int Questions { get; private set; }

    public string Text
    {
        get
        {
            lock (_text)
            {
                return new StringDecorated(_text.ToString()).ToString(OutputRendering.PlainText);
            }
        }
    }

    public override PSHostRawUserInterface RawUI { get; } = new FixedRawUserInterface();

    public override void Write(string value)
    {
        lock (_text)
        {
            _text.Append(value);
        }
    }

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    public override void WriteLine(string value) => Write($"{value}\n");

    public override void WriteErrorLine(string value) => WriteLine(value);

    public override void WriteWarningLine(string message) => WriteLine(message);

    public override void WriteVerboseLine(string message) => WriteLine(message);

    public override void WriteDebugLine(string message) => WriteLine(message);

    public override void WriteProgress(long sourceId, ProgressRecord record) => WriteLine(record.ToString());

    public override string ReadLine() => Answer ?? throw Nobody();

    public override SecureString ReadLineAsSecureString() => throw Nobody();

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
        => throw Nobody();

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        int choice = Choice ?? throw Nobody();
        Questions++;
        WriteLine(message);
        return choice;
    }

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName)
        => throw Nobody();

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options)
        => throw Nobody();

    private static PSInvalidOperationException Nobody() => new("Nobody is there to answer.");
}
