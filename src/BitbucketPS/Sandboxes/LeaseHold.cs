using System.Collections.Concurrent;

namespace BitbucketPS;

/// <summary>The open answer that holds a sandbox.</summary>
internal sealed class LeaseHold : IDisposable
{
    private static readonly ConcurrentDictionary<LeaseHold, int> s_all = new();

    private readonly HttpResponseMessage _answer;
    private readonly CancellationTokenSource _letGo = new();
    private volatile bool _isLost;

    private LeaseHold(HttpResponseMessage answer)
    {
        _answer = answer;
    }

    /// <summary>Whether it has ended, or is being ended, without this process having let go.</summary>
    public bool IsLost => _isLost;

    /// <summary>Holds it from now on.</summary>
    /// <param name="answer">The open answer; it is this object's to dispose.</param>
    /// <param name="rest">What of it is still to come.</param>
    /// <param name="processId">The process of the sandbox.</param>
    public static LeaseHold Start(HttpResponseMessage answer, StreamReader rest, int processId)
    {
        LeaseHold hold = new(answer);
        s_all[hold] = processId;
        _ = hold.WatchAsync(rest, hold._letGo.Token);
        return hold;
    }

    /// <summary>Says at once what the connections would say in a moment: the sandbox of a process was ended.</summary>
    public static void LoseAll(int processId)
    {
        foreach ((LeaseHold hold, int process) in s_all)
        {
            hold._isLost |= process == processId;
        }
    }

    /// <summary>Closes the connection.</summary>
    public void Dispose()
    {
        _letGo.Cancel();
        _letGo.Dispose();
    }

    private async Task WatchAsync(StreamReader rest, CancellationToken letGo)
    {
        try
        {
            await rest.ReadToEndAsync(letGo).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException)
        {
            // However it ends, it is over.
        }
        finally
        {
            _isLost = true;
            s_all.TryRemove(this, out _);
            rest.Dispose();
            _answer.Dispose();
        }
    }
}
