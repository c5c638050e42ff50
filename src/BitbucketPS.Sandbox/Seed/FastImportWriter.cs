using System.Globalization;
using System.Text;

namespace BitbucketPS.Sandbox;

/// <summary>Writes the language of <c>git fast-import</c>.</summary>
internal sealed class FastImportWriter
{
    private readonly StringBuilder _text = new();
    private int _mark;

    /// <summary>Writes a commit that puts one file at the head of a branch.</summary>
    /// <param name="branch">Made if it does not exist.</param>
    /// <param name="author">Author and committer.</param>
    /// <param name="date">When it was committed.</param>
    /// <param name="message">With the newline at its end.</param>
    /// <param name="file">Its path.</param>
    /// <param name="content">All of it.</param>
    /// <param name="parents">Marks of earlier commits, the first parent first; none for a root.</param>
    /// <returns>The mark of the commit.</returns>
    public int WriteCommit(
        string branch, Account author, DateTimeOffset date, string message, string file, string content, params int[] parents)
    {
        _mark++;
        string time = date.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        Line($"commit refs/heads/{branch}");
        Line($"mark :{_mark}");
        Line($"author {author.DisplayName} <{author.Email}> {time} +0000");
        Line($"committer {author.DisplayName} <{author.Email}> {time} +0000");
        Data(message);
        for (int i = 0; i < parents.Length; i++)
        {
            Line($"{(i == 0 ? "from" : "merge")} :{parents[i]}");
        }

        Line($"M 100644 inline {file}");
        Data(content);
        return _mark;
    }

    /// <summary>The stream so far, closed properly so that git notices one that was cut.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(_text + "done\n");

    /// <summary>The stream so far, a branch being where a mark is at its end.</summary>
    public byte[] ToBytes(string branch, int mark)
    {
        Line($"reset refs/heads/{branch}");
        Line($"from :{mark}");
        return ToBytes();
    }

    private void Line(FormattableString line)
        => _text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private void Data(string data)
    {
        Line($"data {Encoding.UTF8.GetByteCount(data)}");
        _text.Append(data).Append('\n');
    }
}
