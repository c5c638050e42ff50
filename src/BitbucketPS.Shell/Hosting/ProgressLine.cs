using System.Globalization;
using System.Management.Automation;

namespace BitbucketPS.Shell.Hosting;

/// <summary>
/// One line of progress at the end of what is written. It is drawn over itself, and gone before anything else is written: all that is
/// written passes by here. Where the line before is not ended yet, nothing is drawn, since it could not be taken away again.
/// </summary>
/// <param name="width">How many columns the screen has.</param>
/// <param name="isTerminal">False where the output is no screen; then nothing is drawn.</param>
internal sealed class ProgressLine(Func<int> width, bool isTerminal)
{
    private const string Erase = "\r\e[K";

    private bool _isDrawn;
    private bool _isAtLineStart = true;

    /// <summary>Draws it, or takes it away if there is nothing more to tell.</summary>
    public void Show(ProgressRecord record)
    {
        if (!isTerminal || !_isAtLineStart)
        {
            return;
        }

        if (record.RecordType is ProgressRecordType.Completed)
        {
            TakeAway();
            return;
        }

        string percent = record.PercentComplete < 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({record.PercentComplete} %)");
        string text = $"{record.Activity}: {record.StatusDescription}{percent}";

        // A line that reaches the last column wraps on some screens, and only its second half could be taken away.
        int room = Math.Max(0, width() - 1);
        Console.Out.Write($"{Erase}{(text.Length > room ? text[..room] : text)}");
        _isDrawn = true;
    }

    /// <summary>Takes it away, for something that is about to be written.</summary>
    public void MakeWayFor(string text)
    {
        TakeAway();
        _isAtLineStart = text.Length == 0 ? _isAtLineStart : text[^1] == '\n';
    }

    /// <summary>Takes it away; what comes next begins a line.</summary>
    public void Reset()
    {
        TakeAway();
        _isAtLineStart = true;
    }

    private void TakeAway()
    {
        if (_isDrawn)
        {
            Console.Out.Write(Erase);
            _isDrawn = false;
        }
    }
}
