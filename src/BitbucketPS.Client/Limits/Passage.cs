using BitbucketPS.Http;

namespace BitbucketPS.Limits;

/// <summary>Leave to send one attempt: a place among those under way, and a share of the rate limit.</summary>
internal sealed class Passage : IDisposable
{
    private readonly ConcurrencyGate.Place _place;
    private readonly GroupBudget _budget;
    private readonly BudgetPermit _permit;
    private bool _isJudged;

    private Passage(ConcurrencyGate.Place place, GroupBudget budget, BudgetPermit permit)
    {
        _place = place;
        _budget = budget;
        _permit = permit;
    }

    /// <summary>Waits for both. Nobody who waits for the rate limit of one group takes up a place that another group could use.</summary>
    public static async Task<Passage> EnterAsync(
        ConcurrencyGate gate, GroupBudget budget, IRequestObserver? observer, CancellationToken cancellationToken)
    {
        while (true)
        {
            await budget.WaitAsync(observer, cancellationToken).ConfigureAwait(false);
            ConcurrencyGate.Place place = await gate.EnterAsync(cancellationToken).ConfigureAwait(false);
            if (budget.TryEnter() is { } permit)
            {
                return new(place, budget, permit);
            }

            place.Dispose();
        }
    }

    /// <summary>The server took the request, whatever it answered.</summary>
    public void Accept(RateLimitHeaders headers)
    {
        _isJudged = true;
        _budget.Accept(_permit, headers);
        _place.Accept();
    }

    /// <summary>The server refused the request because of the rate limit.</summary>
    public void Reject(TimeSpan? retryAfter)
    {
        _isJudged = true;
        _budget.Reject(_permit, retryAfter);
        _place.Reject();
    }

    /// <summary>The answer is read, or there is none.</summary>
    public void Dispose()
    {
        if (!_isJudged)
        {
            _budget.Abandon(_permit);
        }

        _place.Dispose();
    }
}
