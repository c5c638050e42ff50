namespace BitbucketPS.Paging;

/// <summary>The pages of one list, in their order, some of them asked for before they are wanted.</summary>
internal sealed class PageQueue<T>(PageSource<T> source, CancellationToken cancellationToken) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private readonly Queue<PageFetch<T>> _ahead = new();
    private PagePlan _plan = source.Plan();
    private bool _isStarted;
    private int _window = 1;

    /// <summary>The items of the next page; null after the last one.</summary>
    public async ValueTask<IReadOnlyList<T?>?> NextAsync(ListWindow wanted)
    {
        // Pages that have come already would be given without anybody looking.
        _stop.Token.ThrowIfCancellationRequested();
        if (!_isStarted)
        {
            _isStarted = true;
            IReadOnlyList<T?> first = await ReadAsync(source.Fetch(source.FirstAddress, _stop.Token), wanted).ConfigureAwait(false);
            return _plan.CanJump && wanted.SkipsAll(first.Count) ? Jump(wanted, first.Count) : first;
        }

        _window = Math.Min(_window * 2, source.WidestWindow);
        LookAhead(wanted, current: 0);
        if (_plan.HasEnded || !_ahead.TryDequeue(out PageFetch<T>? fetch))
        {
            // Said only now: the items of the pages before are good.
            return _plan.Refusal is { } refusal ? throw refusal : null;
        }

        IReadOnlyList<T?> values = await ReadAsync(fetch, wanted).ConfigureAwait(false);
        LookAhead(wanted, values.Count);
        return values;
    }

    /// <summary>Stops what is under way. Its failures are nobody's concern any more.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        foreach (PageFetch<T> fetch in _ahead)
        {
            await ((Task)fetch.Page).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _stop.Dispose();
    }

    private static BitbucketException NoPage(Uri address)
        => new(
            BitbucketErrorKind.UnexpectedResponse,
            $"GET {address.AbsolutePath} answered JSON that is no page of a list: it has no values.");

    private async ValueTask<IReadOnlyList<T?>> ReadAsync(PageFetch<T> fetch, ListWindow wanted)
    {
        Page<T> page = await fetch.Page.ConfigureAwait(false);
        IReadOnlyList<T?> values = page.Values ?? throw NoPage(fetch.Address);
        _plan = _plan.Learn(page, fetch.Address);
        if (_plan.IsRepeated)
        {
            return [];
        }

        wanted.Read(page);
        return values;
    }

    // Not more than is still wanted beyond the current page, if the pages are as long as they say.
    private void LookAhead(ListWindow wanted, int current)
    {
        long length = Math.Max(1, _plan.PageLength ?? 1);
        long missing = wanted.Wanted - current;
        while (_ahead.Count < _window && _ahead.Count * length < missing && _plan.TakeNext() is { } address)
        {
            _ahead.Enqueue(source.Fetch(address, _stop.Token));
        }
    }

    // The first page had to be read to learn that pages have numbers.
    private IReadOnlyList<T?> Jump(ListWindow wanted, int firstPage)
    {
        wanted.Skip(firstPage);
        _plan.Jump(wanted.SkipPages(_plan.PageLength ?? 0));
        return [];
    }
}
