using System.Globalization;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>What the tests about pipelines do again and again.</summary>
internal static class PipelineCalls
{
    public const string Api = "/2.0/repositories/demo/api";
    public const string Pipelines = Api + "/pipelines";

    private static readonly HttpClient s_http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <summary>The address of a thing by its UUID.</summary>
    public static string Of(string collection, JsonNode? uuid) => $"{collection}/{Uri.EscapeDataString((string)uuid!)}";

    /// <summary>Starts a pipeline on the main branch, of which one step runs ten seconds, unless the body says otherwise.</summary>
    public static async Task<string> StartAsync(this SandboxFixture sandbox, string? selector = null, string variables = "")
    {
        string choice = selector is null ? "" : $$""", "selector": {"type": "custom", "pattern": "{{selector}}"}""";
        Answer answer = await sandbox.PostAsync(
            Pipelines, $$"""{"target": {"type": "pipeline_ref_target", "ref_type": "branch", "ref_name": "main"{{choice}}}, "variables": [{{variables}}]}""");
        Assert.True(answer.Status is System.Net.HttpStatusCode.Created, answer.Text);
        return Of(Pipelines, answer.Json["uuid"]);
    }

    /// <summary>The state of a pipeline or step, and its stage or result.</summary>
    public static async Task<string> StateAsync(this SandboxFixture sandbox, string address) => Describe((await sandbox.GetAsync(address)).Json);

    /// <summary>The states of the steps of a pipeline.</summary>
    public static async Task<string[]> StepStatesAsync(this SandboxFixture sandbox, string pipeline)
        => [.. (await sandbox.GetAsync(pipeline + "/steps")).Json["values"]!.AsArray().Select(step => Describe(step!))];

    /// <summary>The address of a step.</summary>
    public static async Task<string> StepAsync(this SandboxFixture sandbox, string pipeline, int number = 0)
        => Of(pipeline + "/steps", (await sandbox.GetAsync(pipeline + "/steps")).Json["values"]![number]!["uuid"]);

    /// <summary>Asks with headers.</summary>
    public static async Task<HttpResponseMessage> FetchAsync(this SandboxFixture sandbox, string target, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, target.StartsWith('/') ? sandbox.Origin + target : target);
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await s_http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Asks for a log as the demo person.</summary>
    public static Task<HttpResponseMessage> FetchLogAsync(this SandboxFixture sandbox, string step, params (string Name, string Value)[] headers)
        => sandbox.FetchAsync(step + "/log", [("Authorization", sandbox.Bearer), .. headers]);

    public static Task<string> TextAsync(this HttpResponseMessage response)
        => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    /// <summary>What is wrong, in the words of Pipelines.</summary>
    public static string Detail(this Answer answer) => (string)answer.Json["error"]!["detail"]!;

    public static DateTimeOffset Time(JsonNode? value) => DateTimeOffset.Parse((string)value!, CultureInfo.InvariantCulture);

    private static string Describe(JsonNode thing)
    {
        JsonNode state = thing["state"]!;
        string? more = (string?)(state["result"] ?? state["stage"])?["name"];
        return more is null ? (string)state["name"]! : $"{state["name"]} {more}";
    }
}
