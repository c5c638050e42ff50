using System.Management.Automation;
using System.Net.Http.Headers;
using System.Text.Json;

namespace BitbucketPS.Benchmarks.Contenders;

/// <summary>What Invoke-RestMethod does with an answer in JSON: reads it to its end, as text, and makes an object of it.</summary>
[Cmdlet(VerbsCommunications.Read, "JsonPage")]
[OutputType(typeof(PSObject))]
public sealed class ReadJsonPageCommand : PSCmdlet
{
    /// <summary>The page's address.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public Uri? Uri { get; set; }

    /// <summary>What to sign with.</summary>
    [Parameter(Mandatory = true)]
    public string Token { get; set; } = "";

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        // One that is given no session makes a client, and a connection, for each call.
        using HttpClient http = new();
        using HttpRequestMessage request = new(HttpMethod.Get, Uri);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        using HttpResponseMessage response = http.SendAsync(request).GetAwaiter().GetResult();
        response.EnsureSuccessStatusCode();
        string body = response.Content.ReadAsStringAsync().GetAwaiter().GetResult();
        using JsonDocument json = JsonDocument.Parse(body);
        WriteObject(JsonObjects.Convert(json.RootElement));
    }
}
