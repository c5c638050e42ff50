using Microsoft.AspNetCore.Http.Features;

namespace BitbucketPS.Sandbox;

/// <summary>Gives everything away, and takes other things in its place.</summary>
internal sealed class StateControl
{
    private const string Path = "/state";
    private const long Largest = 2L * 1024 * 1024 * 1024;

    private readonly StateTransfer _transfer;

    public StateControl(StateTransfer transfer)
    {
        _transfer = transfer;
    }

    public void AddTo(ControlTable table)
    {
        table.Describe(Path, "Everything that the sandbox holds, git included; a PUT puts another state in its place");
        table.Add("GET", Path, ExportAsync);
        table.Add("PUT", Path, ImportAsync);
    }

    private async Task<ApiAnswer> ExportAsync(ControlCall call)
    {
        using MemoryStream json = new();
        await _transfer.ExportAsync(json, call.CancellationToken);
        return ApiAnswer.Bytes(json.ToArray(), ApiWriter.ContentType);
    }

    private async Task<ApiAnswer> ImportAsync(ControlCall call)
    {
        call.Http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = Largest;
        try
        {
            await _transfer.ImportAsync(call.Http.Request.Body, call.CancellationToken);
            return ApiAnswer.NoContent;
        }
        catch (FormatException e)
        {
            throw new ApiException(400, "The state cannot be imported; everything is as it was.") { Detail = e.Message };
        }
    }
}
