using System.ComponentModel;
using System.Globalization;
using System.Management.Automation;
using BitbucketPS.Http;
using BitbucketPS.Profiles;

namespace BitbucketPS.Cmdlets;

/// <summary>What every cmdlet shares, with or without a session: cancellation, the bridge to tasks, errors, -Verbose.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BitbucketBaseCommand : PSCmdlet, IDisposable, IRequestObserver
{
    private readonly CancellationTokenSource _stop = new();
    private RequestNotes? _notes;
    private bool _wantsHeaders;

    private protected BitbucketBaseCommand()
    {
        Thread = new(_stop.Cancel);
    }

    /// <summary>Fires on Ctrl-C, and when the cmdlet ends otherwise before its work does.</summary>
    private protected CancellationToken StopToken => _stop.Token;

    /// <summary>Where the engine's thread waits for the client's.</summary>
    private protected PipelineThread Thread { get; }

    bool IRequestObserver.WantsHeaders => _wantsHeaders;

    void IRequestObserver.OnWait(RequestWait wait) => Post(() => OnWait(wait));

    void IRequestObserver.OnAttempt(RequestAttempt attempt) => Post(() => _notes!.Write(attempt));

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

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        _wantsHeaders = Preference("DebugPreference", "Debug") is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);
        _notes = new(this, asksAfterVerbose: IsDebuggingWithout("Verbose"), asksAfterWarning: IsDebuggingWithout("WarningAction"));
    }

    // Called on another thread, while this one waits.
    /// <inheritdoc />
    protected override void StopProcessing() => _stop.Cancel();

    /// <summary>Has the engine's thread do something the next time it waits.</summary>
    private protected void Post(Action action) => Thread.Post(action);

    /// <summary>What a vault needs of this cmdlet; null if there is no vault.</summary>
    private protected VaultCaller? CallVault(string? vault) => vault is null
        ? null
        : new() { Vault = vault, Post = Post, StopToken = StopToken, Errors = VaultCaller.ErrorsOf(SessionState) };

    private protected T Await<T>(Task<T> task) => Thread.Wait(task);

    private protected void Await(Task task) => Thread.Wait(task);

    /// <summary>Ends all work of this cmdlet.</summary>
    private protected void Cancel() => _stop.Cancel();

    /// <summary>What a common parameter such as -ErrorAction says, or else the preference variable of the caller.</summary>
    private protected ActionPreference Preference(string variable, string parameter)
    {
        object? value = MyInvocation.BoundParameters.TryGetValue(parameter, out object? bound) ? bound : SessionState.PSVariable.GetValue(variable);
        if (value is SwitchParameter isOn)
        {
            return isOn ? ActionPreference.Continue : ActionPreference.SilentlyContinue;
        }

        // The variable may hold a text, or anything else: the engine complains about that, once it needs it.
        return LanguagePrimitives.TryConvertTo(value, CultureInfo.InvariantCulture, out ActionPreference preference) ? preference : ActionPreference.Continue;
    }

    /// <summary>What to do about a failure, where the cmdlet knows it better than the failure does; null where it does not.</summary>
    private protected virtual string? AdviceOn(BitbucketException e) => null;

    /// <summary>Tells the person of a wait, on the engine's thread.</summary>
    private protected virtual void OnWait(RequestWait wait) => _notes!.Write(wait);

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
            ThrowTerminatingError(ErrorRecords.From(e, target, AdviceOn(e)));
        }
        catch (BitbucketException e)
        {
            WriteError(ErrorRecords.From(e, target, AdviceOn(e)));
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
            ThrowTerminatingError(ErrorRecords.From(e, target, AdviceOn(e)));
        }
    }

    private bool IsDebuggingWithout(string parameter)
        => MyInvocation.BoundParameters.TryGetValue("Debug", out object? debug)
            && debug is SwitchParameter { IsPresent: true }
            && !MyInvocation.BoundParameters.ContainsKey(parameter);
}
