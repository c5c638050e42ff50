using System.ComponentModel;
using System.Management.Automation;
using BitbucketPS.Http;

namespace BitbucketPS.Cmdlets;

/// <summary>A cmdlet that works in a session, on several inputs at once if there are more than one.</summary>
/// <remarks>
/// ProcessRecord hands over what is to be done for its input, and has it written: Emit, Change or InTurn. The work runs ahead of the
/// engine's thread, and by then the next input may be bound: of parameters that an input binds it must use copies.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BitbucketCommand : BitbucketBaseCommand
{
    private readonly List<PreparedWork> _changes = [];
    private BitbucketSession? _active;
    private InputRunner? _inputs;
    private ProgressReport? _progress;

    // After that error, nothing more may have been changed.
    private bool _endsWithTheFirstError;

    private protected BitbucketCommand()
    {
    }

    /// <summary>
    /// The session to use; by default the one that Connect-Bitbucket opened in this runspace. Other runspaces, such as those of
    /// ForEach-Object -Parallel, have none of their own: pass it as $using:session.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public BitbucketSession? Session { get; set; }

    /// <summary>The session that is used: open, and known once the pipeline began.</summary>
    private protected BitbucketSession ActiveSession => _active!;

    /// <summary>The session's client, watched for -Verbose.</summary>
    private protected BitbucketClient Client => field ??= ActiveSession.Client.Observe(this);

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        RunOrThrow(target: null, () => _active = (Session ?? DefaultSession.Current ?? throw NotConnected()).RequireOpen());
        _endsWithTheFirstError = Preference("ErrorActionPreference", "ErrorAction") is ActionPreference.Stop or ActionPreference.Inquire;
        _inputs = new(Thread, StopToken)
        {
            Limit = ActiveSession.ThrottleLimit,
            Run = Run,
            Write = Write,
            ShouldProcess = ShouldProcess,
        };
        if (ProgressHosts.Includes(Host))
        {
            _progress = new(MyInvocation.MyCommand.Name, ActiveSession.Client.Options.TimeProvider, Post, WriteProgress)
            {
                Current = () => _inputs.Current,
            };
        }
    }

    /// <inheritdoc />
    protected sealed override void EndProcessing() => OrAbandon(() =>
    {
        FinishInput();
        _changes.ForEach(_inputs!.Emit);
        _inputs!.Drain();
        _progress?.Complete();
    });

    /// <summary>Called after the last input, for cmdlets that collect it; what they emit here is written too.</summary>
    private protected virtual void FinishInput()
    {
    }

    /// <summary>
    /// Writes what work on an input gives, and its failure, in the order of the inputs. Of many inputs, several are worked on at once.
    /// </summary>
    /// <param name="target">The input that it is about.</param>
    /// <param name="start">Called at once, on the engine's thread: takes copies of the parameters, and gives the work. Its failure is the input's.</param>
    private protected void Emit(object? target, Func<InputWork, IAsyncEnumerable<object?>> start)
        => OrAbandon(() => _inputs!.Emit(_inputs.Prepare(target, start)));

    /// <summary>As Emit, for work that must not overlap with that on other inputs.</summary>
    private protected void InTurn(object? target, Func<InputWork, IAsyncEnumerable<object?>> start)
        => OrAbandon(() => _inputs!.Emit(_inputs.Prepare(target, start) with { IsAlone = true }));

    /// <summary>
    /// As Emit, for work that changes something. It waits for the end of the input: to change what is piped while the list that it
    /// comes from is still being read could shift the list's pages, so that some is skipped, or add to it what was just made.
    /// </summary>
    private protected void Change(object? target, Func<InputWork, IAsyncEnumerable<object?>> start)
        => Change(target, start, isAlone: _endsWithTheFirstError);

    /// <summary>As Change, for work that must not overlap with that on other inputs.</summary>
    private protected void ChangeInTurn(object? target, Func<InputWork, IAsyncEnumerable<object?>> start) => Change(target, start, isAlone: true);

    /// <summary>Refuses a parameter together with others that it leaves nothing to do for.</summary>
    /// <exception cref="BitbucketException">One of them is given too.</exception>
    private protected void RequireWithout(string parameter, params ReadOnlySpan<string> others)
    {
        foreach (string other in others)
        {
            if (MyInvocation.BoundParameters.ContainsKey(parameter) && MyInvocation.BoundParameters.ContainsKey(other))
            {
                throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"-{parameter} and -{other} cannot be given together.")
                {
                    RecommendedAction = $"Leave out -{parameter} or -{other}.",
                };
            }
        }
    }

    private protected override string? AdviceOn(BitbucketException e)
        => e is BitbucketApiException { Kind: BitbucketErrorKind.RateLimited } limited ? RateLimitAdvice.For(limited, ActiveSession.Client) : null;

    private protected override void OnWait(RequestWait wait)
    {
        _progress?.Wait(wait);
        base.OnWait(wait);
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _progress?.Dispose();
            Abandon();
        }

        base.Dispose(disposing);
    }

    private static BitbucketException NotConnected() => new(BitbucketErrorKind.NotConnected, "Not connected to Bitbucket.");

    private void Change(object? target, Func<InputWork, IAsyncEnumerable<object?>> start, bool isAlone) => OrAbandon(() =>
    {
        PreparedWork prepared = _inputs!.Prepare(target, start) with { IsAlone = isAlone };
        if (MyInvocation.ExpectingInput)
        {
            _changes.Add(prepared);
        }
        else
        {
            _inputs.Emit(prepared);
        }
    });

    private void Write(InputWork work, object? item)
    {
        if (item is ListSize size)
        {
            WriteObject(PagingParameters.NewTotalCount((ulong)size.Total, size.Accuracy));
            return;
        }

        work.Written++;
        WriteObject(item);
    }

    // Whatever ends the pipeline early, such as Select-Object -First further down, an error, or a stop, comes as an exception
    // through here; between two inputs it comes as a call of Dispose.
    private void OrAbandon(Action work)
    {
        try
        {
            work();
        }
        catch
        {
            try
            {
                TakeProgressAway();
            }
            finally
            {
                Abandon();
            }

            throw;
        }
    }

    private void TakeProgressAway()
    {
        // Nothing can be written any more while the pipeline is being stopped; the host clears its screen itself then.
        if (!Stopping)
        {
            _progress?.Complete();
        }
    }

    private void Abandon()
    {
        Cancel();
        _inputs?.Abandon();
    }
}
