using System.Text;

namespace BitbucketPS.Authorization;

/// <summary>Takes a command apart as a shell would, without one: blanks separate, quotes hold together.</summary>
internal static class CommandLine
{
    /// <summary>The words of a command; an open quote goes to the end.</summary>
    /// <param name="command">The command.</param>
    /// <param name="backslashEscapes">Whether a backslash frees the next character of its meaning; on Windows it is part of paths.</param>
    public static IReadOnlyList<string> Split(string command, bool backslashEscapes)
    {
        List<string> words = [];
        StringBuilder? word = null;
        char quote = '\0';
        for (int i = 0; i < command.Length; i++)
        {
            char letter = command[i];
            if (backslashEscapes && letter == '\\' && quote != '\'' && i + 1 < command.Length)
            {
                (word ??= new()).Append(command[++i]);
            }
            else if (letter == quote || (quote == '\0' && letter is '"' or '\''))
            {
                quote = quote == '\0' ? letter : '\0';
                word ??= new();
            }
            else if (quote == '\0' && char.IsWhiteSpace(letter))
            {
                words.AddRange(word is null ? [] : [word.ToString()]);
                word = null;
            }
            else
            {
                (word ??= new()).Append(letter);
            }
        }

        words.AddRange(word is null ? [] : [word.ToString()]);
        return words;
    }
}
