namespace BitbucketPS.Sandbox.Tests;

/// <summary>Talks to the control API.</summary>
public static class ControlExtensions
{
    public static async Task<Answer> ControlAsync(this SandboxFixture sandbox, string method, string path, string? json = null, string? secret = null)
    {
        using HttpRequestMessage request = new(new(method), new Uri(sandbox.Server.BaseAddress, "/_sandbox" + path));
        request.Content = json is null ? null : SandboxFixture.Json(json);
        request.Headers.Add("X-Sandbox-Secret", secret ?? sandbox.Server.ControlSecret);
        using HttpClient http = new();
        using HttpResponseMessage response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new(response.StatusCode, response.Headers, response.Content.Headers.ContentType?.MediaType, text) { ContentHeaders = response.Content.Headers };
    }
}
