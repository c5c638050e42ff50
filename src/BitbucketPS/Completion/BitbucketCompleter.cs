using System.Collections;
using System.ComponentModel;
using System.Management.Automation;
using System.Management.Automation.Language;
using BitbucketPS.Profiles;

namespace BitbucketPS.Cmdlets;

/// <summary>What completers of live names share: the session, a deadline, a cache, quoting, and that they never throw.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BitbucketCompleter : IArgumentCompleter
{
    /// <summary>How many names one completion offers, and asks for on one page: the most that every list gives.</summary>
    private protected const int MostNames = 100;

    // A prompt that hangs is worse than one without names.
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(2);

    private protected BitbucketCompleter()
    {
    }

    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        bool isPattern = CommandIndex.TakesWildcards(commandName, parameterName);
        string unquoted = CompletionText.Unquote(wordToComplete);
        string word = isPattern ? WildcardPattern.Unescape(unquoted) : unquoted;
        BitbucketSession? session = fakeBoundParameters["Session"] as BitbucketSession ?? DefaultSession.Current;
        if (session is not { IsOpen: true })
        {
            return [];
        }

        try
        {
            using CancellationTokenSource deadline = new(s_deadline, session.Client.Options.TimeProvider);
            return [.. Find(session, word, fakeBoundParameters, deadline.Token).Select(name => CompletionText.Result(name, isPattern))];
        }
        catch (Exception e) when (e is BitbucketException or OperationCanceledException or ObjectDisposedException)
        {
            // An empty answer; an exception would make the engine offer file names.
            return [];
        }
    }

    /// <summary>The names that begin with a word.</summary>
    private protected abstract IEnumerable<string> Find(
        BitbucketSession session,
        string word,
        IDictionary boundParameters,
        CancellationToken cancellationToken);

    /// <summary>Takes names of a list until there are enough; never a second page.</summary>
    private protected static IReadOnlyList<string> Take<T>(IAsyncEnumerable<T> items, Func<T, string> name, CancellationToken cancellationToken)
        => [.. items.ToBlockingEnumerable(cancellationToken).Take(MostNames).Select(name)];

    /// <summary>
    /// Takes the names of a list that begin with a word, until there are enough or the time is over. The service can only look for the
    /// word anywhere in a name, so those that are meant may lie on any page.
    /// </summary>
    private protected static IReadOnlyList<string> TakeFrom<T>(string word, IAsyncEnumerable<T> items, Func<T, string> name, CancellationToken cancellationToken)
    {
        List<string> found = [];
        try
        {
            found.AddRange(items.ToBlockingEnumerable(cancellationToken)
                .Select(name)
                .Where(text => text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                .Take(MostNames));
        }
        catch (OperationCanceledException) when (found.Count > 0)
        {
            // Some names are better than none.
        }

        return found;
    }

    /// <summary>The slugs of the account's workspaces.</summary>
    private protected static IReadOnlyList<string> MyWorkspaces(BitbucketSession session, CancellationToken cancellationToken)
        => session.Completions.GetOrFind("workspaces", () =>
            Take(session.Client.Workspaces.ListMineAsync(cancellationToken), access => access.ToString(), cancellationToken));

    /// <summary>The repository that the command names, or the session's, or that of the git clone at the current location; null if there is none.</summary>
    private protected static RepositoryId? RepositoryOf(BitbucketSession session, IDictionary boundParameters)
        => boundParameters["Repository"] is { } value
            ? LanguagePrimitives.ConvertTo<RepositoryIdentity>(value).Resolve(session)
            : session.Repository ?? GitClone.FindRepository(CurrentRunspace.Folder(), session, s_deadline);
}
