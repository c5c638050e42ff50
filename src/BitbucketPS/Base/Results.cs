using System.Runtime.CompilerServices;

namespace BitbucketPS.Cmdlets;

/// <summary>What the work on an input gives, where that is no list.</summary>
internal static class Results
{
    /// <summary>One result.</summary>
    public static async IAsyncEnumerable<T> One<T>(Func<Task<T>> work)
    {
        yield return await work().ConfigureAwait(false);
    }

    /// <summary>Nothing; only that it was done.</summary>
    public static async IAsyncEnumerable<object?> None(Func<Task> work)
    {
        await work().ConfigureAwait(false);
        yield break;
    }

    /// <summary>One result of a change, if the person agrees to it; also what -WhatIf and -Confirm show.</summary>
    /// <param name="work">The work, whose target is what is changed: its full address.</param>
    /// <param name="action">What is done to it, in words: <c>Create branch from main</c>.</param>
    /// <param name="change">Does it.</param>
    public static async IAsyncEnumerable<T> Asked<T>(InputWork work, string action, Func<Task<T>> change)
    {
        if (await work.AskAsync(action).ConfigureAwait(false))
        {
            yield return await change().ConfigureAwait(false);
        }
    }

    /// <summary>As Asked, for a change that has no result.</summary>
    public static async IAsyncEnumerable<object?> AskedNone(InputWork work, string action, Func<Task> change)
    {
        if (await work.AskAsync(action).ConfigureAwait(false))
        {
            await change().ConfigureAwait(false);
        }

        yield break;
    }

    /// <summary>A failure, at the place where the results would be.</summary>
    public static async IAsyncEnumerable<object?> Failure(BitbucketException e)
    {
        await Task.FromException(e).ConfigureAwait(false);
        yield break;
    }

    /// <summary>Those items of a list that a name is meant by, or something else that the server does not check.</summary>
    public static async IAsyncEnumerable<T> WhereAsync<T>(
        this IAsyncEnumerable<T> items,
        Func<T, bool> isMeant,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (T item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (isMeant(item))
            {
                yield return item;
            }
        }
    }
}
