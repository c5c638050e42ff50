namespace BitbucketPS.Limits;

/// <summary>
/// Lets a session send so many requests at once and no more. A refusal because of the rate limit halves the number, and it
/// grows again by one after many answers that were none. Whoever came first goes first.
/// </summary>
internal sealed class ConcurrencyGate
{
    // With all of them busy this is about twenty rounds for each one more.
    private const int AnswersPerStep = 20;

    private readonly object _lock = new();
    private readonly LinkedList<TaskCompletionSource<int>> _waiting = new();
    private readonly int _limit;
    private int _current;
    private int _busy;
    private int _answers;
    private int _reductions;

    /// <summary>Makes a gate.</summary>
    /// <param name="limit">How many at once, at most.</param>
    public ConcurrencyGate(int limit)
    {
        _limit = limit;
        _current = limit;
    }

    /// <summary>Waits for a place.</summary>
    /// <returns>The place, to be disposed when the request is over.</returns>
    public async ValueTask<Place> EnterAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource<int> turn;
        lock (_lock)
        {
            if (_busy < _current && _waiting.Count == 0)
            {
                _busy++;
                return new(this, _reductions);
            }

            turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.AddLast(turn);
        }

        int reductions;
        await using (cancellationToken.UnsafeRegister(static (state, token) => ((TaskCompletionSource<int>)state!).TrySetCanceled(token), turn).ConfigureAwait(false))
        {
            reductions = await turn.Task.ConfigureAwait(false);
        }

        return new(this, reductions);
    }

    private void Leave()
    {
        lock (_lock)
        {
            _busy--;
            Admit();
        }
    }

    private void Admit()
    {
        while (_busy < _current && _waiting.First is { } first)
        {
            _waiting.RemoveFirst();

            // One that was cancelled has gone already.
            if (first.Value.TrySetResult(_reductions))
            {
                _busy++;
            }
        }
    }

    private void Accept()
    {
        lock (_lock)
        {
            if (_current < _limit && ++_answers >= AnswersPerStep * _current)
            {
                _answers = 0;
                _current++;
                Admit();
            }
        }
    }

    private void Reject(int reductions)
    {
        lock (_lock)
        {
            _answers = 0;

            // Those that were on their way together are refused together: that is one refusal.
            if (reductions == _reductions)
            {
                _reductions++;
                _current = Math.Max(1, _current / 2);
            }
        }
    }

    /// <summary>A place in the gate.</summary>
    /// <param name="gate">The gate.</param>
    /// <param name="reductions">How often the gate had been narrowed when the place was given.</param>
    internal sealed class Place(ConcurrencyGate gate, int reductions) : IDisposable
    {
        private bool _left;

        /// <summary>The server took the request.</summary>
        public void Accept() => gate.Accept();

        /// <summary>The server refused the request because of the rate limit.</summary>
        public void Reject() => gate.Reject(reductions);

        public void Dispose()
        {
            if (!_left)
            {
                _left = true;
                gate.Leave();
            }
        }
    }
}
