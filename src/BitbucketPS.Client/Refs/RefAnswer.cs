namespace BitbucketPS;

/// <summary>A branch or a tag as the list of both has it: only its type tells which.</summary>
internal sealed record RefAnswer
{
    public string? Type { get; init; }

    public string? Name { get; init; }

    public CommitSummary? Target { get; init; }

    public Links? Links { get; init; }

    public string? DefaultMergeStrategy { get; init; }

    public IReadOnlyList<string>? MergeStrategies { get; init; }

    public string? Message { get; init; }

    public DateTimeOffset? Date { get; init; }

    public CommitAuthor? Tagger { get; init; }

    /// <summary>What it is.</summary>
    public Ref In(RepositoryId repository) => Type is "tag"
        ? new Tag
        {
            Name = Name!,
            Repository = repository,
            Target = Target,
            Links = Links,
            Message = Message,
            Date = Date,
            Tagger = Tagger,
        }
        : new Branch
        {
            Name = Name!,
            Repository = repository,
            Target = Target,
            Links = Links,
            DefaultMergeStrategy = DefaultMergeStrategy,
            MergeStrategies = MergeStrategies!,
        };
}
