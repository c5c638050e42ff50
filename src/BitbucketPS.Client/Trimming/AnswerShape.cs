namespace BitbucketPS.Trimming;

/// <summary>The names of an object's fields, some with the names of the fields below them.</summary>
internal sealed class AnswerShape
{
    private const char OnRequest = '+';

    private readonly Dictionary<string, AnswerShape?> _fields = new(StringComparer.Ordinal);
    private readonly HashSet<string> _onRequest = new(StringComparer.Ordinal);

    /// <summary>Reads <c>name target links{self html} +reviewers</c>; what has a plus before it comes in a list only if it is asked for.</summary>
    public AnswerShape(string text)
    {
        foreach (string word in text.Split(' ').Aggregate(new List<string>(), Join))
        {
            string[] parts = word.TrimStart(OnRequest).Split('{', 2);
            _fields.Add(parts[0], parts.Length == 1 ? null : new(parts[1].TrimEnd('}')));
            if (word[0] == OnRequest)
            {
                _onRequest.Add(parts[0]);
            }
        }
    }

    /// <summary>The fields, and what lies below those of which it is said here.</summary>
    public IReadOnlyDictionary<string, AnswerShape?> Fields => _fields;

    /// <summary>True if a field is left out of lists that do not ask for it.</summary>
    public bool IsOnRequest(string name) => _onRequest.Contains(name);

    // What stands in braces belongs to the word before it.
    private static List<string> Join(List<string> words, string next)
    {
        if (words.Count > 0 && words[^1].Contains('{', StringComparison.Ordinal) && !words[^1].EndsWith('}'))
        {
            words[^1] += $" {next}";
        }
        else
        {
            words.Add(next);
        }

        return words;
    }
}
