using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Holds the sandbox, lets go of it, and stops it.</summary>
internal sealed class LifeControl
{
    private const string ProcessPath = "/process";
    private const string LeasePath = "/lease";
    private const string StopPath = "/stop";

    private readonly LeaseBook _leases;

    public LifeControl(LeaseBook leases)
    {
        _leases = leases;
    }

    public void AddTo(ControlTable table)
    {
        table.Describe(ProcessPath, "Which process it is, and how many leases are held");
        table.Add("GET", ProcessPath, _ => Show());
        table.Describe(LeasePath, "GET holds the sandbox as long as its answer is held open; DELETE with id=ID gives a lease back before that");
        table.Add("GET", LeasePath, HoldAsync);
        table.Add("DELETE", LeasePath, Return);
        table.AddParameter("DELETE", LeasePath, "id");
        table.Describe(StopPath, "Ends the sandbox, whoever holds it");
        table.Add("POST", StopPath, _ => Stop());
    }

    private ApiAnswer Show() => ApiAnswer.Ok(new JsonObject { ["processId"] = Environment.ProcessId, ["leases"] = _leases.Count });

    // The first line says what the lease is called; then the answer stays open. When its holder dies, however that comes about, the
    // system closes the connection.
    private async Task<ApiAnswer> HoldAsync(ControlCall call)
    {
        Lease lease = _leases.TryTake() ?? throw new ApiException(503, "The sandbox is about to end.");
        try
        {
            HttpResponse response = call.Http.Response;
            response.ContentType = ApiWriter.ContentType;
            await response.WriteAsync(new JsonObject { ["lease"] = lease.Id }.ToJsonString() + "\n", call.CancellationToken);
            await response.Body.FlushAsync(call.CancellationToken);
            await lease.Ended.WaitAsync(call.CancellationToken);
        }
        finally
        {
            _leases.Return(lease.Id);
        }

        return ApiAnswer.NoContent;
    }

    private ApiAnswer Return(ControlCall call)
    {
        LeaseReturn done = _leases.Return(call.Query["id"] ?? "") ?? throw new ApiException(404, "There is no such lease.");
        return ApiAnswer.Ok(new JsonObject { ["leases"] = done.Left, ["ends"] = done.Ends });
    }

    private ApiAnswer Stop()
    {
        _leases.End();
        return new(202, new JsonObject { ["ends"] = true });
    }
}
