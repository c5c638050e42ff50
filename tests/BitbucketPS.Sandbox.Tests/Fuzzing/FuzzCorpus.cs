using System.Text;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>Good requests: those of the scenarios, played once so that what they name is there.</summary>
internal sealed class FuzzCorpus
{
    private readonly Dictionary<string, string> _captured = new(StringComparer.Ordinal);
    private readonly List<FuzzRequest> _requests = [];

    /// <summary>The requests, with what was captured in its place.</summary>
    public IReadOnlyList<FuzzRequest> Requests => _requests;

    /// <summary>Sends every step of every scenario; whether they answer as they should is for other tests.</summary>
    public async Task PlayAsync(FuzzClient client)
    {
        foreach (ScenarioStep step in ScenarioFile.Names.Order(StringComparer.Ordinal).SelectMany(ScenarioFile.Read))
        {
            FuzzRequest request = ToRequest(step);
            if (request.Target.Contains("/_sandbox", StringComparison.Ordinal))
            {
                // Time and faults are no part of what is mutated.
                continue;
            }

            _requests.Add(request);
            if (request.Method is "DELETE")
            {
                // The scenarios clear up after themselves; here the things have to stay.
                continue;
            }

            FuzzAnswer answer = await client.SendAsync(request with { Authorization = client.Bearer });
            Capture(step, answer.Json);
        }
    }

    private void Capture(ScenarioStep step, JsonNode? json)
    {
        foreach ((string name, string place) in step.Captures.Where(_ => json is not null))
        {
            JsonNode? node = json;
            foreach (string part in place.Split('.'))
            {
                node = node switch
                {
                    JsonArray items when int.TryParse(part, System.Globalization.CultureInfo.InvariantCulture, out int index) && index < items.Count => items[index],
                    JsonObject members => members[part],
                    _ => null,
                };
            }

            _captured[name] = node?.ToString() ?? "1";
        }
    }

    private FuzzRequest ToRequest(ScenarioStep step)
    {
        string target = Fill(step.Target, Uri.EscapeDataString).Replace("~", "/repositories/demo/website", StringComparison.Ordinal);
        string body = Fill(step.Body, value => value);
        FuzzRequest request = new(step.Method, Escaped("/2.0" + target));
        return body.Split(' ')[0] switch
        {
            "" => request,
            "form" => request with { ContentType = FuzzForms.Plain, Body = Encoding.UTF8.GetBytes(body["form ".Length..]) },
            "multipart" => Multipart(request, body["multipart ".Length..]),
            _ => request with { ContentType = "application/json", Body = Encoding.UTF8.GetBytes(body) },
        };
    }

    private static FuzzRequest Multipart(FuzzRequest request, string fields)
    {
        StringBuilder body = new();
        foreach (string[] pair in fields.Split('&').Select(pair => pair.Split('=', 2)))
        {
            string file = pair[1].StartsWith('@') ? $"; filename=\"{pair[0].Split(':')[^1]}\"" : "";
            body.Append("--b\r\nContent-Disposition: form-data; name=\"").Append(pair[0].Split(':')[0]).Append('"').Append(file)
                .Append("\r\n\r\n").Append(pair[1].TrimStart('@')).Append("\r\n");
        }

        return request with { ContentType = "multipart/form-data; boundary=b", Body = Encoding.UTF8.GetBytes(body + "--b--\r\n") };
    }

    private string Fill(string text, Func<string, string> encode)
        => _captured.Aggregate(text, (filled, pair) => filled.Replace($"{{{pair.Key}}}", encode(pair.Value), StringComparison.Ordinal));

    // What no step before has captured is left in braces, which may not be in a target as they are.
    private static string Escaped(string target)
        => target.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal);
}
