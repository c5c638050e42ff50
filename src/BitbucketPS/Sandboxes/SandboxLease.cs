using System.Text.Json;

namespace BitbucketPS;

/// <summary>
/// Holds a sandbox for one session. One that nobody else holds, and that was started for a session, ends with its last lease; so it
/// does when the process of the last one is killed.
/// </summary>
internal sealed class SandboxLease : IDisposable
{
    private readonly LeaseHold _hold;
    private readonly string _id;
    private int _isReturned;

    private SandboxLease(SandboxEntry sandbox, LeaseHold hold, string id)
    {
        Sandbox = sandbox;
        _hold = hold;
        _id = id;
    }

    /// <summary>What is held.</summary>
    public SandboxEntry Sandbox { get; }

    /// <summary>Whether the sandbox has ended, although it was held.</summary>
    public bool IsLost => _hold.IsLost;

    /// <summary>Takes one; null if the sandbox is not there any more, or about to end.</summary>
    /// <exception cref="TimeoutException">There is no answer.</exception>
    public static async Task<SandboxLease?> TryTakeAsync(SandboxEntry sandbox, CancellationToken cancellationToken)
    {
        HttpResponseMessage? answer = await SandboxControl.TakeLeaseAsync(sandbox, cancellationToken).ConfigureAwait(false);
        if (answer is null)
        {
            return null;
        }

        try
        {
            StreamReader reader = new(await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
            string line = await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) ?? "";
            using JsonDocument json = JsonDocument.Parse(line);
            string id = json.RootElement.GetProperty("lease").GetString()!;
            return new(sandbox, LeaseHold.Start(answer, reader, sandbox.ProcessId), id);
        }
        catch (Exception e)
        {
            answer.Dispose();
            if (e is IOException or HttpRequestException or JsonException)
            {
                return null;
            }

            throw;
        }
    }

    /// <summary>Gives it back, and waits until the sandbox is gone if that ends it.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isReturned, 1) == 0)
        {
            // On a thread without a runspace, since the engine's own is the one that waits.
            Task.Run(ReturnAsync).GetAwaiter().GetResult();
        }
    }

    private async Task ReturnAsync()
    {
        bool ends = false;
        try
        {
            ends = !IsLost && await SandboxControl.ReturnLeaseAsync(Sandbox, _id, CancellationToken.None).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // Then the end of the connection has to say it.
        }
        finally
        {
            _hold.Dispose();
        }

        if (ends)
        {
            await SandboxEnd.WaitAsync(Sandbox, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
