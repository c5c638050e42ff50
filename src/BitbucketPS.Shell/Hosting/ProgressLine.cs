using System.Management.Automation;

namespace BitbucketPS.Shell.Hosting;

/// <summary>
/// The last line of a terminal, which says how far something is: redrawn in its place, and gone before anything else is written. Nothing
/// is drawn where output or errors go elsewhere.
/// </summary>
internal sealed class ProgressLine
{
    // Some terminals do not tell their width.
    private const int NarrowestScreen = 20;

    // Back to the first column, and nothing from there on.
    private const string Clear = "\r\e[K";

    private readonly bool _isTerminal = !Console.IsOutputRedirected && !Console.IsErrorRedirected
        && Environment.GetEnvironmentVariable("TERM") is not "dumb";

    private (long Source, int Activity)? _shown;

    /// <summary>Shows a record, or takes it away if it is the last of its activity. Of several activities, the one that spoke last is shown.</summary>
    public void Show(long source, ProgressRecord record)
    {
        if (!_isTerminal)
        {
            return;
        }

        if (record.RecordType != ProgressRecordType.Completed)
        {
            Console.Out.Write(Clear + Text(record, Math.Max(Console.WindowWidth, NarrowestScreen) - 1));
            _shown = (source, record.ActivityId);
        }
        else if (_shown == (source, record.ActivityId))
        {
            Erase();
        }
    }

    /// <summary>Takes away what is shown.</summary>
    public void Erase()
    {
        if (_shown is not null)
        {
            _shown = null;
            Console.Out.Write(Clear);
        }
    }

    private static string Text(ProgressRecord record, int width)
    {
        string percent = record.PercentComplete < 0 ? "" : $" ({record.PercentComplete} %)";
        string text = string.Concat($"{record.Activity}: {record.StatusDescription}{percent}".Select(c => char.IsControl(c) ? ' ' : c));

        // A line that wraps could not be redrawn.
        return text.Length <= width ? text : text[..Math.Max(width, 0)];
    }
}
