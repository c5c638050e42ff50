using System.Management.Automation.Runspaces;

namespace BitbucketPS.Shell.Prompting;

/// <summary>Reads a line with history and Tab completion; a plain line where the input is no terminal.</summary>
internal sealed class LineEditor(Runspace runspace)
{
    private readonly List<string> _history = [];
    private readonly TabCompleter _completer = new(runspace);
    private string _text = "";
    private int _cursor;
    private int _recalled;
    private int _row;

    /// <summary>True if the last line was given up with Ctrl-C.</summary>
    public bool IsCancelled { get; private set; }

    /// <summary>Reads a line.</summary>
    /// <returns>The line; null at the end of the input.</returns>
    public string? Read(string prompt)
    {
        if (Console.IsInputRedirected)
        {
            Console.Out.Write(prompt);
            return Console.In.ReadLine();
        }

        // Ctrl-C ends a command that runs, and here the line: not the shell, and its session with it.
        Console.TreatControlCAsInput = true;
        try
        {
            Console.Out.Write(prompt);
            return ReadKeys(prompt);
        }
        finally
        {
            Console.TreatControlCAsInput = false;
        }
    }

    private string? ReadKeys(string prompt)
    {
        (_text, _cursor, _recalled, _row, IsCancelled) = ("", 0, _history.Count, 0, false);
        while (true)
        {
            ConsoleKeyInfo key = Console.ReadKey(intercept: true);
            switch (key)
            {
                case { Key: ConsoleKey.Enter }:
                    return Finish();
                case { Key: ConsoleKey.C, Modifiers: ConsoleModifiers.Control }:
                    IsCancelled = true;
                    Console.Out.WriteLine("^C");
                    return "";
                case { Key: ConsoleKey.D, Modifiers: ConsoleModifiers.Control } when _text.Length == 0:
                    Console.Out.WriteLine();
                    return null;
                default:
                    Apply(key);
                    Redraw(prompt);
                    break;
            }
        }
    }

    private string Finish()
    {
        Console.Out.WriteLine();
        if (_text.Trim().Length > 0)
        {
            _history.Add(_text);
        }

        return _text;
    }

    private void Apply(ConsoleKeyInfo key)
    {
        if (key.Key == ConsoleKey.Tab)
        {
            (_text, _cursor) = _completer.Complete(_text, _cursor, backwards: key.Modifiers.HasFlag(ConsoleModifiers.Shift));
            return;
        }

        _completer.Reset();
        if (key.Key is ConsoleKey.UpArrow or ConsoleKey.DownArrow)
        {
            Recall(key.Key == ConsoleKey.UpArrow ? -1 : 1);
        }
        else
        {
            Edit(key);
        }
    }

    private void Edit(ConsoleKeyInfo key)
    {
        switch (key.Key)
        {
            case ConsoleKey.LeftArrow:
                _cursor = Math.Max(0, _cursor - 1);
                break;
            case ConsoleKey.RightArrow:
                _cursor = Math.Min(_text.Length, _cursor + 1);
                break;
            case ConsoleKey.Home:
                _cursor = 0;
                break;
            case ConsoleKey.End:
                _cursor = _text.Length;
                break;
            case ConsoleKey.Backspace when _cursor > 0:
                _text = _text.Remove(--_cursor, 1);
                break;
            case ConsoleKey.Delete when _cursor < _text.Length:
                _text = _text.Remove(_cursor, 1);
                break;
            default:
                Insert(key.KeyChar);
                break;
        }
    }

    private void Insert(char c)
    {
        if (!char.IsControl(c))
        {
            _text = _text.Insert(_cursor++, c.ToString());
        }
    }

    private void Recall(int step)
    {
        _recalled = Math.Clamp(_recalled + step, 0, _history.Count);
        _text = _recalled < _history.Count ? _history[_recalled] : "";
        _cursor = _text.Length;
    }

    // The whole line is written anew; it may take several rows of the screen.
    private void Redraw(string prompt)
    {
        int width = Math.Max(Console.WindowWidth, 1);
        int end = prompt.Length + _text.Length;
        string up = _row > 0 ? $"\e[{_row}A" : "";

        // A terminal stays in the last column until more is written; a blank takes it to the next row.
        string wrap = end % width == 0 ? " " : "";
        Console.Out.Write($"{up}\r\e[J{prompt}{_text}{wrap}{CursorMoves(end, prompt.Length + _cursor, width)}");
        _row = (prompt.Length + _cursor) / width;
    }

    private static string CursorMoves(int from, int to, int width)
    {
        int rows = (from / width) - (to / width);
        int column = to % width;
        return $"{(rows > 0 ? $"\e[{rows}A" : "")}\r{(column > 0 ? $"\e[{column}C" : "")}";
    }
}
