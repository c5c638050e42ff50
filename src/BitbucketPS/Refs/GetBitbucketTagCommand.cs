using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Gets tags of a repository.
/// </summary>
/// <remarks>
/// A plain name is one request for one tag, and an error if it does not exist. Without a name, or with wildcards, the tags are
/// written as their pages come. Each knows its repository, so it pipes on. Lightweight tags, as git tag makes them without a
/// message, have no Message, Date and Tagger. -First and -Skip count in each repository anew.
/// </remarks>
/// <example>
/// <summary>Lists all tags.</summary>
/// <code>Get-BitbucketTag demo/website</code>
/// </example>
/// <example>
/// <summary>Gets one tag.</summary>
/// <code>
/// New-BitbucketTag demo/website v1.0
/// Get-BitbucketTag demo/website v1.0
/// </code>
/// </example>
/// <example>
/// <summary>Gets the newest version of each repository.</summary>
/// <code>Get-BitbucketRepository demo/* | Get-BitbucketTag -Name v* -Sort '-target.date' -First 1</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BitbucketTag", SupportsPaging = true)]
[OutputType(typeof(Tag))]
[UsesOperation(nameof(RefOperations.ListTags))]
[UsesOperation(nameof(RefOperations.GetTag))]
public sealed class GetBitbucketTagCommand : BitbucketRefListCommand
{
    // Not bound from the pipeline: a piped repository has a Name too, and it is not a tag.
    /// <summary>The name, in which wildcards may stand; all tags by default.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TagCompleter))]
    public string Name { get; set; } = "*";

    /// <inheritdoc />
    protected override void ProcessRecord() => Emit(Repository, work => Find(work, Name, Client.Tags.GetAsync, Client.Tags.ListAsync));
}
