using System.Globalization;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>
/// Reads scenarios: a request line (<c>~</c> is the website), its headers and body, and <c>=&gt; STATUS name=path…</c>. <c>{name}</c> is
/// what an earlier step has captured; <c>as NAME</c> changes who asks from there on (<c>api-token</c> is the demo person with one), and <c>wait N</c> moves the clock by as many seconds.
/// </summary>
internal static class ScenarioFile
{
    /// <summary>The names of all scenarios.</summary>
    public static IEnumerable<string> Names => typeof(ScenarioFile).Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(".scenario", StringComparison.Ordinal))
        .Select(name => name[..^".scenario".Length]);

    public static IReadOnlyList<ScenarioStep> Read(string name)
    {
        using Stream stream = typeof(ScenarioFile).Assembly.GetManifestResourceStream(name + ".scenario")!;
        using StreamReader reader = new(stream);
        List<ScenarioStep> steps = [];
        string user = "";
        TimeSpan wait = TimeSpan.Zero;
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            string[] words = line.Split(' ');
            switch (words[0])
            {
                case "" or "#":
                    break;
                case "as":
                    user = words[1];
                    break;
                case "wait":
                    wait = TimeSpan.FromSeconds(int.Parse(words[1], CultureInfo.InvariantCulture));
                    break;
                case "=>":
                    Expect(steps[^1], words);
                    break;
                case "GET" or "POST" or "PUT" or "DELETE":
                    steps.Add(new(words[0], words[1]) { Place = $"{name}.scenario({number})", User = user, Wait = wait });
                    wait = TimeSpan.Zero;
                    break;
                default:
                    Continue(steps[^1], line);
                    break;
            }
        }

        return steps;
    }

    private static void Expect(ScenarioStep step, string[] words)
    {
        step.Status = int.Parse(words[1], CultureInfo.InvariantCulture);
        foreach (string capture in words[2..])
        {
            string[] parts = capture.Split('=');
            step.Captures[parts[0]] = parts[1];
        }
    }

    private static void Continue(ScenarioStep step, string line)
    {
        int colon = line.IndexOf(": ", StringComparison.Ordinal);
        bool isHeader = step.Body.Length == 0 && colon > 0 && char.IsAsciiLetterUpper(line[0]) && line[..colon].All(letter => char.IsAsciiLetter(letter) || letter is '-');
        if (isHeader)
        {
            step.Headers[line[..colon]] = line[(colon + 2)..];
        }
        else
        {
            step.Body += line;
        }
    }
}
