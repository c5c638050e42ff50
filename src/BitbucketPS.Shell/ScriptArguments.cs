using System.Globalization;
using System.Management.Automation.Runspaces;

namespace BitbucketPS.Shell;

/// <summary>Binds what stands behind a script's name on the command line, as pwsh -File does.</summary>
internal static class ScriptArguments
{
    public static Command Bind(string file, IReadOnlyList<string> arguments)
    {
        Command command = new(file);
        for (int i = 0; i < arguments.Count; i++)
        {
            if (!IsName(arguments[i]))
            {
                command.Parameters.Add(name: null, arguments[i]);
                continue;
            }

            string[] parts = arguments[i][1..].Split(':', 2);
            object value = parts.Length == 2 ? Value(parts[1]) : HasValue(arguments, i) ? arguments[++i] : true;
            command.Parameters.Add(parts[0], value);
        }

        return command;
    }

    private static bool HasValue(IReadOnlyList<string> arguments, int i) => i + 1 < arguments.Count && !IsName(arguments[i + 1]);

    private static bool IsName(string text)
        => text is ['-', _, ..] && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    // -Switch:$false can be said in no other way.
    private static object Value(string text) => text.ToUpperInvariant() switch
    {
        "$TRUE" => true,
        "$FALSE" => false,
        _ => text,
    };
}
