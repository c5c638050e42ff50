using System.Collections;
using System.ComponentModel;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace BitbucketPS.Cmdlets;

/// <summary>What completers of words that no server has to be asked for share: quoting, and that they never throw.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class WordCompleter : IArgumentCompleter
{
    private protected WordCompleter()
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
        string word = CompletionText.Unquote(wordToComplete);
        try
        {
            return
            [
                .. Words(fakeBoundParameters)
                    .Where(text => text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                    .Select(CompletionText.Result),
            ];
        }
        catch (Exception e) when (e is BitbucketException or RuntimeException or OperationCanceledException)
        {
            // An empty answer; an exception would make the engine offer file names.
            return [];
        }
    }

    /// <summary>All words there are.</summary>
    private protected abstract IEnumerable<string> Words(IDictionary boundParameters);
}
