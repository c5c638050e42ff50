using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>-First, -Skip and -IncludeTotalCount, for the list of one input.</summary>
internal sealed class ListPaging
{
    // The server's size counts what this side then leaves out: no more than an upper bound.
    private const double UpperBound = 0.5;

    private readonly InputWork _work;
    private readonly long _skip;
    private readonly long? _first;
    private readonly bool _includesTotal;
    private readonly bool _isServers;

    /// <summary>Reads the parameters.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="work">The work on the input; it is told of each page, and knows the list's size from that.</param>
    /// <param name="isServers">True if the server alone decides which items are in the list, so that it can leave out those before -Skip.</param>
    public ListPaging(PagingParameters parameters, InputWork work, bool isServers)
    {
        _work = work;
        _isServers = isServers;
        _skip = (long)Math.Min(parameters.Skip, long.MaxValue);
        _first = parameters.First > long.MaxValue ? null : (long)parameters.First;
        _includesTotal = parameters.IncludeTotalCount;
        work.PartOf = total => isServers ? Math.Min(Math.Max(0, total - _skip), _first ?? long.MaxValue) : null;
    }

    /// <summary>What the server is to leave out.</summary>
    public long Skip => _isServers ? _skip : 0;

    /// <summary>How much to ask for; null for all of it. Nothing at all is how to ask for the size alone, whoever decides what is in the list.</summary>
    public long? First => _isServers || _first == 0 ? _first : null;

    /// <summary>One object, as a list of one.</summary>
    public IAsyncEnumerable<object?> Read<T>(Func<Task<T>> one)
        where T : class
        => _skip == 0 && _first is null && !_includesTotal ? Results.One(one) : OneOrNone(one);

    /// <summary>The part of a list that is asked for, behind its size if that is.</summary>
    /// <param name="items">The list; what the server leaves out is not in it.</param>
    /// <param name="isMeant">Checks what the server does not; null if it checks all.</param>
    public IAsyncEnumerable<object?> Read<T>(IAsyncEnumerable<T> items, Func<T, bool>? isMeant = null)
        where T : class
    {
        IAsyncEnumerable<T> meant = isMeant is null ? items : items.WhereAsync(isMeant);
        return _skip == 0 && _first is null && !_includesTotal ? meant : Cut(meant);
    }

    private async IAsyncEnumerable<object?> OneOrNone<T>(Func<Task<T>> one)
        where T : class
    {
        object item = await one().ConfigureAwait(false);
        if (_includesTotal)
        {
            yield return new ListSize(1, Accuracy: 1);
        }

        if (_skip == 0 && _first != 0)
        {
            yield return item;
        }
    }

    private async IAsyncEnumerable<object?> Cut<T>(IAsyncEnumerable<T> items)
        where T : class
    {
        bool needsSize = _includesTotal;
        long toSkip = _isServers ? 0 : _skip;
        long? left = _first;
        if (left != 0 || needsSize)
        {
            await foreach (T item in items.ConfigureAwait(false))
            {
                if (needsSize)
                {
                    needsSize = false;
                    yield return Size();
                }

                if (left > 0 || left is null)
                {
                    if (toSkip > 0)
                    {
                        toSkip--;
                        continue;
                    }

                    yield return item;
                    left--;
                }

                if (left <= 0)
                {
                    break;
                }
            }
        }

        if (needsSize)
        {
            yield return Size();
        }
    }

    private ListSize Size() => _work.Total is { } total ? new(total, _isServers ? 1 : UpperBound) : new(0, Accuracy: 0);
}
