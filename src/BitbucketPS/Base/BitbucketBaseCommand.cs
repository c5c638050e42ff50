using System.ComponentModel;
using System.Management.Automation;
using BitbucketPS.Http;
using BitbucketPS.Profiles;

namespace BitbucketPS.Cmdlets;

/// <summary>What every cmdlet shares, with or without a session: cancellation, the bridge to tasks, errors, -Verbose.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BitbucketBaseCommand : PSCmdlet, IDisposable, IRequestObserver
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PipelineThread _thread;

    private protected BitbucketBaseCommand()
    {
        _thread = new(_stop.Cancel);
    }

    /// <summary>Fires on Ctrl-C, and when the pipeline is stopped otherwise.</summary>
    private protected CancellationToken StopToken => _stop.Token;

    bool IRequestObserver.WantsHeaders => false;

    void IRequestObserver.OnWait(RequestWait wait) => Post(() => WriteVerbose(wait.Reason));

    void IRequestObserver.OnAttempt(RequestAttempt attempt) => Post(() => WriteVerbose(attempt.ToString()));

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="IDisposable.Dispose"/>
    /// <param name="disposing">True unless a finalizer runs.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stop.Dispose();
        }
    }

    // Called on another thread, while this one waits.
    /// <inheritdoc />
    protected override void StopProcessing() => _stop.Cancel();

    /// <summary>Has the engine's thread do something the next time it waits.</summary>
    private protected void Post(Action action) => _thread.Post(action);

    /// <summary>What a vault needs of this cmdlet; null if there is no vault.</summary>
    private protected VaultCaller? CallVault(string? vault) => vault is null
        ? null
        : new() { Vault = vault, Post = Post, StopToken = StopToken, Errors = VaultCaller.ErrorsOf(SessionState) };

    private protected T Await<T>(Task<T> task) => _thread.Wait(task);

    private protected void Await(Task task) => _thread.Wait(task);

    /// <summary>Pulls items one by one; a page is fetched only once downstream wants more.</summary>
    private protected IEnumerable<T> Stream<T>(IAsyncEnumerable<T> items)
    {
        IAsyncEnumerator<T> enumerator = items.GetAsyncEnumerator(StopToken);
        try
        {
            while (Next(enumerator.MoveNextAsync()))
            {
                yield return enumerator.Current;
            }
        }
        finally
        {
            Await(enumerator.DisposeAsync().AsTask());
        }
    }

    /// <summary>Runs one unit of work; a failure becomes an error about <paramref name="target"/>.</summary>
    /// <param name="target">The input that the work is about.</param>
    /// <param name="work">The work.</param>
    private protected void Run(object? target, Action work)
    {
        try
        {
            work();
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            // A stop is no error: this keeps -ErrorVariable and $Error clean.
            throw new PipelineStoppedException();
        }
        catch (BitbucketException e) when (ErrorRecords.IsFatal(e))
        {
            ThrowTerminatingError(ErrorRecords.From(e, target));
        }
        catch (BitbucketException e)
        {
            WriteError(ErrorRecords.From(e, target));
        }
    }

    /// <summary>Runs work without which the cmdlet cannot go on; any failure ends it.</summary>
    private protected void RunOrThrow(object? target, Action work)
    {
        try
        {
            work();
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (BitbucketException e)
        {
            ThrowTerminatingError(ErrorRecords.From(e, target));
        }
    }

    private bool Next(ValueTask<bool> step) => step.IsCompletedSuccessfully ? step.Result : Await(step.AsTask());
}
