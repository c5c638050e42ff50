namespace BitbucketPS.Paging;

/// <summary>The part of a list that is wanted, and how far it has been given.</summary>
internal sealed class ListWindow(ListOptions? options)
{
    private long _toSkip = options?.Skip ?? 0;
    private long _toGive = options?.First ?? long.MaxValue;
    private long _read;

    /// <summary>True once all that is wanted has been given.</summary>
    public bool IsFull => _toGive <= 0;

    /// <summary>How many items are still to come, those that are skipped included; <see cref="long.MaxValue"/> if all.</summary>
    public long Wanted => _toGive == long.MaxValue ? long.MaxValue : _toSkip + _toGive;

    /// <summary>How long the pages have to be so that as few items as possible are asked for in vain, in as few requests as possible.</summary>
    /// <param name="options">What is wanted.</param>
    /// <param name="limit">The longest that the operation allows.</param>
    public static int PageLength(ListOptions? options, int limit)
    {
        int longest = Math.Clamp(options?.PageLength ?? limit, 1, limit);
        if (options?.PageLength is not null || options?.First is not { } first || options.Skip >= longest)
        {
            return longest;
        }

        long wanted = Math.Max(1, Math.Min(first, int.MaxValue) + options.Skip);
        long pages = (wanted + longest - 1) / longest;
        return (int)((wanted + pages - 1) / pages);
    }

    /// <summary>Takes note of a page, before its items are given.</summary>
    public void Read(IPage page)
    {
        _read += page.Count;
        options?.Progress?.Report(new(_read, page.Size));
    }

    /// <summary>True if so many items are all to be skipped.</summary>
    public bool SkipsAll(int count) => _toSkip >= count && count > 0;

    /// <summary>Skips items without looking at them.</summary>
    public void Skip(int count) => _toSkip -= count;

    /// <summary>How many whole pages, after the first, hold nothing but items to skip; they count as skipped.</summary>
    public long SkipPages(long length)
    {
        long pages = length > 0 ? _toSkip / length : 0;
        _toSkip -= pages * length;
        _read += pages * length;
        return pages;
    }

    /// <summary>True if the next item is one to give.</summary>
    public bool Takes()
    {
        if (_toSkip > 0)
        {
            _toSkip--;
            return false;
        }

        return _toGive-- > 0;
    }
}
