using System.Globalization;
using System.Text;

namespace BitbucketPS.Sandbox;

/// <summary>Reads the file of a journal.</summary>
internal sealed class JournalReader
{
    private readonly string _path;
    private readonly EntityCollector _collector = new();
    private int _line = 1;

    /// <summary>Reads nothing yet.</summary>
    /// <param name="path">The file.</param>
    public JournalReader(string path)
    {
        _path = path;
    }

    /// <summary>Whether the file ends with a line that was not written to its end.</summary>
    public bool IsTorn { get; private set; }

    /// <summary>How many lines there are beyond those that the file began with.</summary>
    public int TailLines { get; private set; }

    /// <summary>Reads all of it.</summary>
    /// <exception cref="SandboxException">It is damaged elsewhere than at its end, or another version wrote it.</exception>
    public EntityCollector Read()
    {
        using StreamReader reader = new(_path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        int headLines = JournalHead.Parse(reader.ReadLine()) ?? throw Damaged("it is no file of this version of the sandbox");
        string? next = reader.ReadLine();
        while (next is not null)
        {
            string line = next;
            next = reader.ReadLine();
            _line++;
            Take(line, isLast: next is null);
        }

        int lines = _line - 1 - (IsTorn ? 1 : 0);
        TailLines = lines - headLines;
        return TailLines >= 0 ? _collector : throw Damaged(string.Create(CultureInfo.InvariantCulture, $"{-TailLines} lines are missing"));
    }

    private void Take(string line, bool isLast)
    {
        string? json = JournalLine.Check(line);
        if (json is null)
        {
            IsTorn = isLast ? true : throw Damaged(string.Create(CultureInfo.InvariantCulture, $"line {_line} is not as it was written"));
            return;
        }

        try
        {
            foreach (EntityChange change in JournalLine.Read(json))
            {
                _collector.Add(change);
            }
        }
        catch (FormatException e)
        {
            throw new SandboxException(string.Create(CultureInfo.InvariantCulture, $"{_path}, line {_line}: {e.Message}"), e);
        }
    }

    private SandboxException Damaged(string how)
        => new($"{_path} cannot be used: {how}. Put a copy in its place, or start with another folder.");
}
