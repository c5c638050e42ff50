using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Looks at the quirks, and switches them.</summary>
internal sealed class QuirkControl
{
    private const string Path = "/quirks";

    private readonly SandboxQuirks _quirks;

    public QuirkControl(SandboxQuirks quirks)
    {
        _quirks = quirks;
    }

    public void AddTo(ControlTable table)
    {
        table.Describe(Path, "Which of the service's surprises are on, by their names; DELETE sets all to what they are at the start");
        table.Add("GET", Path, _ => Show());
        table.Add("PUT", Path, SetAsync);
        table.Add("DELETE", Path, _ => Reset());
    }

    private ApiAnswer Show()
        => ApiAnswer.Ok(new JsonObject(Enum.GetValues<SandboxQuirk>().Select(quirk => KeyValuePair.Create(quirk.ToString(), (JsonNode?)_quirks.IsOn(quirk)))));

    // What is not named stays as it is; nothing is switched if one of them is wrong.
    private async Task<ApiAnswer> SetAsync(ControlCall call)
    {
        ControlBody body = await call.ReadBodyAsync();
        (SandboxQuirk Quirk, bool? IsOn)[] wanted = [.. Enum.GetValues<SandboxQuirk>().Select(quirk => (quirk, body.Boolean(quirk.ToString())))];
        body.RequireNothingElse();
        foreach ((SandboxQuirk quirk, bool? isOn) in wanted.Where(pair => pair.IsOn is not null))
        {
            _quirks.Set(quirk, isOn is true);
        }

        return Show();
    }

    private ApiAnswer Reset()
    {
        _quirks.Reset();
        return Show();
    }
}
