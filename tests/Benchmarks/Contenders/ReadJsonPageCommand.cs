using System.Management.Automation;
using System.Net.Http.Headers;
using System.Text.Json;

namespace BitbucketPS.Benchmarks.Contenders;

/// <summary>What Invoke-RestMethod does with an answer in JSON: reads it to its end, as text, and makes an object of it.</summary>
[Cmdlet(VerbsCommunications.Read, "JsonPage")]
[OutputType(typeof(PSObject))]
public sealed class ReadJsonPageCommand : PSCmdlet
{
    private static readonly HttpClient s_http = new();

    /// <summary>The page's address.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public Uri? Uri { get; set; }

    /// <summary>What to sign with.</summary>
    [Parameter(Mandatory = true)]
    public string Token { get; set; } = "";

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, Uri);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        using HttpResponseMessage response = s_http.SendAsync(request).GetAwaiter().GetResult();
        response.EnsureSuccessStatusCode();
        string body = response.Content.ReadAsStringAsync().GetAwaiter().GetResult();
        using JsonDocument json = JsonDocument.Parse(body);
        WriteObject(JsonObjects.Convert(json.RootElement));
    }
}
