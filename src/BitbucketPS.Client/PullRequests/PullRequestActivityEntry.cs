using System.Text.Json;

namespace BitbucketPS;

/// <summary>What the service tells of something that happened: one of these things is there, and says by its name what it was.</summary>
internal sealed record PullRequestActivityEntry
{
    public PullRequestReference? PullRequest { get; init; }

    public PullRequestChange? Update { get; init; }

    public PullRequestChange? Approval { get; init; }

    public PullRequestChange? ChangesRequested { get; init; }

    public PullRequestChange? Comment { get; init; }

    /// <summary>The same in one record.</summary>
    public PullRequestActivity ToActivity(RepositoryId repository)
    {
        (string kind, PullRequestChange? change) = this switch
        {
            { Update: { } update } => ("update", update),
            { Comment: { } comment } => ("comment", comment),
            { Approval: { } approval } => ("approval", approval),
            { ChangesRequested: { } request } => ("changes_requested", request),
            _ => ("", null),
        };
        return new()
        {
            Repository = repository,
            PullRequestId = PullRequest?.Id ?? change?.Pullrequest?.Id ?? 0,
            Title = PullRequest?.Title ?? change?.Pullrequest?.Title!,
            Kind = kind,
            User = change?.User ?? change?.Author,
            Date = change?.Date ?? change?.CreatedOn,
            Text = Update is null ? change?.Content?.Raw! : Update.Summary,
            State = Update?.State,
            CommentId = Comment?.Id,
        };
    }

    /// <summary>What was done, whatever it was.</summary>
    internal sealed record PullRequestChange
    {
        public long? Id { get; init; }

        public string? State { get; init; }

        public Account? Author { get; init; }

        public Account? User { get; init; }

        public DateTimeOffset? Date { get; init; }

        public DateTimeOffset? CreatedOn { get; init; }

        public RenderedText? Content { get; init; }

        // Without an underscore here, and with one beside the change.
        public PullRequestReference? Pullrequest { get; init; }

        public JsonElement? Changes { get; init; }

        internal string Summary
        {
            get
            {
                string names = Changes is { ValueKind: JsonValueKind.Object } changes
                    ? string.Join(", ", changes.EnumerateObject().Select(change => change.Name))
                    : "";
                return names.Length == 0 ? State ?? "" : $"{State}: {names}";
            }
        }
    }
}
