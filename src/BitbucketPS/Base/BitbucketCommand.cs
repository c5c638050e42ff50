using System.ComponentModel;
using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>A cmdlet that works in a session, on several inputs at once if there are more than one.</summary>
/// <remarks>
/// ProcessRecord hands over what is to be done for its input, and has it written: Emit, Change or InTurn. The work runs ahead of the
/// engine's thread, and by then the next input may be bound: of parameters that an input binds it must use copies.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BitbucketCommand : BitbucketBaseCommand
{
    private BitbucketSession? _active;
    private InputQueue? _ahead;
    private InputWork? _last;
    private ActionPreference _preference;

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

    private InputQueue Queue => _ahead ??= new(ActiveSession.ThrottleLimit, Thread, Run, Write);

    // After a failure that ends the pipeline, nothing more may have been changed: then there is no working ahead.
    private bool EndsWithTheFirstError => _preference is ActionPreference.Stop or ActionPreference.Inquire;

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        RunOrThrow(target: null, () => _active = (Session ?? DefaultSession.Current ?? throw NotConnected()).RequireOpen());
        _preference = PreferenceOf("ErrorAction");
    }

    /// <inheritdoc />
    protected sealed override void EndProcessing() => OrAbandon(() =>
    {
        FinishInput();
        _ahead?.Drain();
        Thread.RunPosted();
    });

    /// <summary>Called after the last input, for cmdlets that collect it; what they emit here is written too.</summary>
    private protected virtual void FinishInput()
    {
    }

    /// <summary>
    /// Writes what work on an input gives, and its failure, in the order of the inputs. The first input is pulled: its requests
    /// are made as its items are wanted. Those after it are worked on ahead.
    /// </summary>
    /// <param name="target">The input that it is about.</param>
    /// <param name="start">Called at once, on the engine's thread: takes copies of the parameters, and gives the work. Its failure is the input's.</param>
    private protected void Emit(object? target, Func<InputWork, IAsyncEnumerable<object?>> start) => OrAbandon(() =>
    {
        if (_last is null)
        {
            Pull(target, start);
            return;
        }

        Queue.MakeRoom();
        InputWork work = NextWork(target);
        Queue.Add(work, Begin(work, start));
    });

    /// <summary>As Emit, for work that changes something: one at a time where the first error ends the pipeline.</summary>
    private protected void Change(object? target, Func<InputWork, IAsyncEnumerable<object?>> start)
    {
        if (EndsWithTheFirstError)
        {
            InTurn(target, start);
        }
        else
        {
            Emit(target, start);
        }
    }

    /// <summary>As Emit, for work that must not overlap with that on other inputs.</summary>
    private protected void InTurn(object? target, Func<InputWork, IAsyncEnumerable<object?>> start) => OrAbandon(() =>
    {
        _ahead?.Drain();
        Pull(target, start);
    });

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Abandon();
        }

        base.Dispose(disposing);
    }

    private static BitbucketException NotConnected() => new(BitbucketErrorKind.NotConnected, "Not connected to Bitbucket.");

    private static IAsyncEnumerable<object?> Begin(InputWork work, Func<InputWork, IAsyncEnumerable<object?>> start)
    {
        try
        {
            return start(work);
        }
        catch (BitbucketException e)
        {
            return Results.Failure(e);
        }
    }

    private InputWork NextWork(object? target) => _last = new(target, _last?.Asked ?? Task.CompletedTask)
    {
        Post = Post,
        ShouldProcess = ShouldProcess,
        StopToken = StopToken,
    };

    private void Pull(object? target, Func<InputWork, IAsyncEnumerable<object?>> start)
    {
        InputWork work = NextWork(target);
        IAsyncEnumerable<object?> items = Begin(work, start);
        Run(work.Target, () => PullItems(items));
        work.End();
    }

    private void PullItems(IAsyncEnumerable<object?> items)
    {
        IAsyncEnumerator<object?> enumerator = items.GetAsyncEnumerator(StopToken);
        try
        {
            while (Next(enumerator.MoveNextAsync()))
            {
                Write(enumerator.Current);
            }
        }
        finally
        {
            Await(enumerator.DisposeAsync().AsTask());
        }
    }

    // Most items of a page are there already: then nothing is allocated, and nobody waits.
    private bool Next(ValueTask<bool> step)
    {
        if (!step.IsCompletedSuccessfully)
        {
            return Await(step.AsTask());
        }

        Thread.RunPosted();
        return step.Result;
    }

    private void Write(object? item)
        => WriteObject(item is ListSize size ? PagingParameters.NewTotalCount((ulong)size.Total, size.Accuracy) : item);

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
            Abandon();
            throw;
        }
    }

    private void Abandon()
    {
        if (_ahead is not null)
        {
            Cancel();
            _ahead.Abandon();
        }
    }
}
