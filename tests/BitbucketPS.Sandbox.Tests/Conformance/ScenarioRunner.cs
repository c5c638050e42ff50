using System.Text;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>Plays a scenario against a sandbox and notes what was answered by which operation.</summary>
internal sealed class ScenarioRunner
{
    private const string Repository = "/repositories/demo/website";

    private readonly SandboxFixture _sandbox;
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public ScenarioRunner(SandboxFixture sandbox)
    {
        _sandbox = sandbox;
    }

    /// <summary>What went wrong.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>The operations that answered as they should, with their answers.</summary>
    public List<(ApiOperation Operation, JsonNode? Body)> Answers { get; } = [];

    public async Task PlayAsync(IEnumerable<ScenarioStep> steps)
    {
        foreach (ScenarioStep step in steps)
        {
            await PlayAsync(step);
        }
    }

    private async Task PlayAsync(ScenarioStep step)
    {
        // An address that was answered is followed as it is; anything else stands for one segment of a path.
        _sandbox.Clock.Advance(step.Wait);
        string target = Fill(step.Target, step.Target[0] is '{' ? value => value : Uri.EscapeDataString);
        target = target[0] is '~' ? Repository + target[1..] : target;
        string path = target.StartsWith("/_", StringComparison.Ordinal) ? target : "/2.0" + target;
        using HttpContent? content = Content(Fill(step.Body, value => value));
        string credential = step.User switch
        {
            "" => _sandbox.Bearer,
            "api-token" => SandboxFixture.BasicHeader(_sandbox.Server.ApiToken),
            _ => _sandbox.As(step.User),
        };
        Answer answer = await _sandbox.SendAsync(step.Method, path, credential, content, headers: step.Headers);
        if ((int)answer.Status != step.Status)
        {
            Problems.Add($"{step.Place}: {step.Method} {target} answered {(int)answer.Status} instead of {step.Status}: {answer.Text}");
            return;
        }

        Capture(step, answer);
        Hold(step, path, answer);
    }

    private void Hold(ScenarioStep step, string path, Answer answer)
    {
        ApiOperation? operation = OperationTable.Instance.Find(path.Split('?')[0])?.Operations.GetValueOrDefault(step.Method);
        if (operation is null || step.Status >= 400)
        {
            return;
        }

        OperationAnswer? declared = operation.Answers.FirstOrDefault(candidate => candidate.Status == step.Status);
        JsonNode? body = answer.MediaType is "application/json" && answer.Text.Length > 0 ? answer.Json : null;
        if (declared is { Shape: { } shape } && answer.MediaType is "application/json")
        {
            // One entry of a folder instead of the list.
            ShapeType expected = path.Contains("format=meta", StringComparison.Ordinal) ? shape.Item! : shape;
            Problems.AddRange(AnswerCheck.Problems(body, expected).Select(problem => $"{step.Place}: {operation.Name}: {problem}"));
        }

        Answers.Add((operation, body));
    }

    private void Capture(ScenarioStep step, Answer answer)
    {
        foreach ((string name, string place) in step.Captures)
        {
            _values[name] = place.StartsWith('@')
                ? answer.Header(place[1..])[(_sandbox.Origin + "/2.0").Length..]
                : ValueAt(answer.Json, place);
        }
    }

    private static string ValueAt(JsonNode json, string place)
    {
        JsonNode? node = json;
        foreach (string name in place.Split('.'))
        {
            node = int.TryParse(name, System.Globalization.CultureInfo.InvariantCulture, out int index) ? node![index] : node![name];
        }

        return node!.ToString();
    }

    private string Fill(string text, Func<string, string> encode)
    {
        StringBuilder filled = new(text);
        foreach ((string name, string value) in _values)
        {
            filled.Replace($"{{{name}}}", encode(value));
        }

        return filled.ToString();
    }

    private static HttpContent? Content(string body)
    {
        if (body.StartsWith("form ", StringComparison.Ordinal))
        {
            return SandboxFixture.Form(body["form ".Length..]);
        }

        if (!body.StartsWith("multipart ", StringComparison.Ordinal))
        {
            return body.Length == 0 ? null : SandboxFixture.Json(body);
        }

        MultipartFormDataContent form = [];
        foreach (string[] pair in body["multipart ".Length..].Split('&').Select(pair => pair.Split('=', 2)))
        {
            bool isFile = pair[1].StartsWith('@');
            StringContent part = new(Uri.UnescapeDataString(isFile ? pair[1][1..] : pair[1]));
            if (isFile)
            {
                form.Add(part, pair[0].Split(':')[0], pair[0].Split(':')[^1]);
            }
            else
            {
                form.Add(part, pair[0]);
            }
        }

        return form;
    }
}
