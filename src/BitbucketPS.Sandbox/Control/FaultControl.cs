using System.Globalization;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Looks at the faults, adds some and ends them.</summary>
internal sealed class FaultControl
{
    private const string Path = "/faults";

    // What a fault has beside its kind, in the words of the command line.
    private static readonly string[] s_names =
        ["method", "path", "pattern", "times", "rate", "seed", "status", "retry-after", "delay", "size", "left", "host"];

    private readonly SandboxFaults _faults;

    public FaultControl(SandboxFaults faults)
    {
        _faults = faults;
    }

    public void AddTo(ControlTable table)
    {
        table.Describe(Path, "How the sandbox misbehaves: spec as --fault takes it, or kind with its settings");
        table.Add("GET", Path, _ => ApiAnswer.Ok(new JsonObject { ["faults"] = new JsonArray([.. _faults.Rules.Select(FaultJson.Write)]) }));
        table.Add("POST", Path, AddAsync);
        table.Add("DELETE", Path, _ => Clear());
    }

    private async Task<ApiAnswer> AddAsync(ControlCall call)
    {
        ControlBody body = await call.ReadBodyAsync();
        try
        {
            SandboxFault fault = body.Text("spec") is { } spec ? FaultArgument.Parse(spec) : Read(body);
            body.RequireNothingElse();
            return ApiAnswer.Created(FaultJson.Write(_faults.Add(fault)));
        }
        catch (FormatException e)
        {
            throw new ApiException(400, e.Message);
        }
    }

    private ApiAnswer Clear()
    {
        _faults.Clear();
        return ApiAnswer.NoContent;
    }

    private static SandboxFault Read(ControlBody body)
    {
        string kind = body.Text("kind") ?? throw ApiErrors.BadField("kind", "required key not provided; spec is the other way");
        IEnumerable<string> parts = body.NamesOf(s_names).Where(name => name is "times" || !body.IsNull(name)).Select(name => $"{name}={Text(body, name)}");
        return FaultArgument.Parse(kind, body.Boolean("after") is true ? [.. parts, "after"] : [.. parts]);
    }

    // As in the answers: null times are any number of times; null is nothing for all others, which are not asked for then.
    private static string Text(ControlBody body, string name)
        => name switch
        {
            "times" when body.IsNull(name) => "forever",
            "rate" => body.Number(name, 1)!.Value.ToString(CultureInfo.InvariantCulture),
            "times" or "seed" or "status" or "delay" or "left" => body.Integer(name, 0, int.MaxValue)!.Value.ToString(CultureInfo.InvariantCulture),
            "size" => body.Integer(name, 1, long.MaxValue)!.Value.ToString(CultureInfo.InvariantCulture),
            _ => body.Text(name)!,
        };
}
