using System.ComponentModel;
using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>A cmdlet that removes branches or tags: by name, or those that are piped.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BitbucketRefRemovalCommand : BitbucketRepositoryCommand
{
    /// <summary>The set with a name.</summary>
    private protected const string NameSet = "Name";

    /// <summary>The set with a branch or a tag.</summary>
    private protected const string InputObjectSet = "InputObject";

    private protected BitbucketRefRemovalCommand()
    {
    }

    /// <inheritdoc />
    [Parameter(Position = 0, ParameterSetName = NameSet, ValueFromPipeline = true)]
    [RepositoryTransformation]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(RepositoryCompleter))]
    public override RepositoryIdentity? Repository { get; set; }

    /// <summary>Removes what is bound, once all inputs are known.</summary>
    /// <param name="piped">What is piped; null for a name.</param>
    /// <param name="name">The name, where nothing is piped.</param>
    /// <param name="kind">What it is, for the person: <c>branch</c>.</param>
    /// <param name="delete">Deletes it.</param>
    private protected void Remove(Ref? piped, string? name, string kind, Func<RepositoryId, string, CancellationToken, Task> delete)
        => Change((object?)piped ?? Repository, work =>
        {
            RepositoryId repository = piped is null ? ResolveRepository() : Belonging.Require(piped.Repository, $"{kind} '{piped.Name}'");
            string meant = piped?.Name ?? name!;
            work.Target = $"{repository}:{meant}";
            return Results.AskedNone(work, $"Delete {kind}", () => delete(repository, meant, StopToken));
        });
}
