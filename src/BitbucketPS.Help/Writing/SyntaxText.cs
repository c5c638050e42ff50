using System.Text;

namespace BitbucketPS.Help;

/// <summary>Writes one way to call a cmdlet, as Get-Command -Syntax does, in lines that fit a page.</summary>
internal static class SyntaxText
{
    private const int Width = 100;
    private const string Continuation = "\n    ";

    /// <summary>The lines of a parameter set.</summary>
    public static string Write(string command, ParameterSetHelp set)
    {
        StringBuilder text = new(command);
        int column = text.Length;
        foreach (string part in set.Parameters.Select(Part).Append("[<CommonParameters>]"))
        {
            bool fits = column + 1 + part.Length <= Width;
            text.Append(fits ? " " : Continuation).Append(part);
            column = fits ? column + 1 + part.Length : Continuation.Length - 1 + part.Length;
        }

        return text.ToString();
    }

    private static string Part(ParameterHelp parameter)
    {
        string name = parameter.Position is not null ? $"[-{parameter.Name}]" : $"-{parameter.Name}";
        string whole = parameter.IsSwitch ? name : $"{name} <{parameter.Type}>";
        return parameter.IsMandatory ? whole : $"[{whole}]";
    }
}
