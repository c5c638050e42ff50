using System.Text;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>Forms, multipart or not.</summary>
internal sealed class FuzzForms(Dice dice, FuzzTexts texts, FuzzValues values)
{
    public const string Plain = "application/x-www-form-urlencoded";

    private static readonly string[] s_names =
        ["message", "branch", "author", "parents", "files", "/a.txt", "a/b.txt", "include", "exclude", "title", "scm", "is_private", "description", "file", "role"];

    private static readonly string[] s_boundaries = ["b", "----x", "", "\"a b\"", "=", new('b', 80), "b;c", "ü"];

    /// <summary>A form, well encoded or not.</summary>
    public FuzzRequest Urlencoded(FuzzRequest request, params IEnumerable<string> names)
    {
        string form = string.Join('&', Fields(names).Select(field => $"{Encode(field.Name)}={Encode(field.Value)}"));
        return request with { ContentType = Type(Plain), Body = Encoding.UTF8.GetBytes(dice.OneIn(8) ? texts.Mutate(form) : form) };
    }

    /// <summary>A multipart form, whole or not.</summary>
    public FuzzRequest Multipart(FuzzRequest request, params IEnumerable<string> names)
    {
        string boundary = dice.OneIn(6) ? dice.Pick(s_boundaries) : "b";
        StringBuilder body = new();
        foreach ((string name, string value) in Fields(names))
        {
            body.Append("--").Append(boundary).Append("\r\n").Append(Disposition(name)).Append("\r\n\r\n").Append(value).Append("\r\n");
        }

        body.Append("--").Append(boundary).Append("--\r\n");
        string text = dice.OneIn(8) ? texts.Mutate(body.ToString()) : body.ToString();
        string type = "multipart/form-data" + (dice.OneIn(15) ? "" : $"; boundary={boundary}");
        return request with { ContentType = type, Body = Encoding.UTF8.GetBytes(dice.OneIn(10) ? text[..dice.Below(text.Length + 1)] : text) };
    }

    private List<(string Name, string Value)> Fields(IEnumerable<string> names)
    {
        string[] all = [.. names, .. s_names];
        return [.. dice.Some(5, () => dice.OneIn(8) ? texts.Any() : dice.Pick(all)).Select(name => (name, values.For(name, dice, texts)))];
    }

    private string Disposition(string name)
    {
        string safe = dice.OneIn(5) ? name : name.Replace("\"", "%22", StringComparison.Ordinal);
        string file = dice.OneIn(2) ? $"; filename=\"{dice.Pick(["a.txt", "../../etc/x", "", "ü.txt", "a/b", "CON", ".git/config"])}\"" : "";
        return dice.OneIn(25) ? texts.Any() : $"Content-Disposition: form-data; name=\"{safe}\"{file}";
    }

    private string Type(string usual) => dice.Below(12) switch
    {
        0 => usual + "; charset=" + dice.Pick(["utf-8", "utf-16", "utf-7", "nonsense", "\""]),
        1 => dice.Pick(["text/plain", "application/json", "application/octet-stream", "*/*", "a/b", ";", "multipart/mixed; boundary=b"]),
        _ => usual,
    };

    private string Encode(string text) => dice.OneIn(12) ? text : Uri.EscapeDataString(text);
}
