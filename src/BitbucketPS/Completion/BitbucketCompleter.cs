using System.Collections;
using System.ComponentModel;
using System.Globalization;
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

    /// <summary>As TakeFrom, for a list that the service cannot search: what was read of it serves other words too.</summary>
    /// <param name="word">The word.</param>
    /// <param name="session">The session.</param>
    /// <param name="key">What the list is kept as.</param>
    /// <param name="list">Reads the list.</param>
    /// <param name="name">The name of an item; null where it is not to be offered.</param>
    /// <param name="cancellationToken">Fires when the time is over.</param>
    private protected static IReadOnlyList<string> TakeFrom<T>(
        string word,
        BitbucketSession session,
        string key,
        Func<ListOptions, IAsyncEnumerable<T>> list,
        Func<T, string?> name,
        CancellationToken cancellationToken)
        => session.Completions.Take(
            key,
            list,
            item => name(item) is { } text && text.StartsWith(word, StringComparison.OrdinalIgnoreCase) ? text : null,
            MostNames,
            cancellationToken);

    /// <summary>The slugs of the account's workspaces that begin with a word.</summary>
    private protected static IReadOnlyList<string> MyWorkspaces(BitbucketSession session, string word, CancellationToken cancellationToken) => TakeFrom(
        word,
        session,
        "workspaces",
        options => session.Client.Workspaces.ListAsync(new() { PageLength = options.PageLength, Skip = options.Skip }, cancellationToken),
        workspace => workspace.Slug,
        cancellationToken);

    /// <summary>The repository that the command names, or the session's, or that of the git clone at the current location; null if there is none.</summary>
    private protected static RepositoryId? RepositoryOf(BitbucketSession session, IDictionary boundParameters)
    {
        if (boundParameters["Repository"] is not { } value)
        {
            return session.Repository ?? GitClone.FindRepository(CurrentRunspace.Folder(), session, s_deadline);
        }

        // Several, or something that is none at all.
        return LanguagePrimitives.TryConvertTo(value, CultureInfo.InvariantCulture, out RepositoryIdentity? identity) ? identity?.Resolve(session) : null;
    }
}
