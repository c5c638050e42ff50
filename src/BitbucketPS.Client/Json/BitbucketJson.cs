using System.Text.Json;
using System.Text.Json.Serialization;
using BitbucketPS.Paging;

namespace BitbucketPS.Json;

/// <summary>How the API's JSON and the client's types meet; written by the compiler, so that nothing is reflected over.</summary>
/// <remarks>
/// What an answer leaves out, or has as null, is set to null like any other value, whatever the property begins with: a
/// property that is never null turns it into its own empty value.
/// </remarks>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(Page<JsonElement?>))]
[JsonSerializable(typeof(CommitCommentBody))]
[JsonSerializable(typeof(CommitStatusBody))]
[JsonSerializable(typeof(CreateRefBody))]
[JsonSerializable(typeof(Page<Account>))]
[JsonSerializable(typeof(Page<AccountHolder>))]
[JsonSerializable(typeof(Page<Branch>))]
[JsonSerializable(typeof(Page<Commit>))]
[JsonSerializable(typeof(Page<CommitComment>))]
[JsonSerializable(typeof(Page<CommitStatus>))]
[JsonSerializable(typeof(Page<DiffStat>))]
[JsonSerializable(typeof(Page<FileHistoryEntry>))]
[JsonSerializable(typeof(Page<Project>))]
[JsonSerializable(typeof(Page<PullRequest>))]
[JsonSerializable(typeof(Page<PullRequestActivityEntry>))]
[JsonSerializable(typeof(Page<PullRequestComment>))]
[JsonSerializable(typeof(Page<PullRequestConflict>))]
[JsonSerializable(typeof(Page<PullRequestTask>))]
[JsonSerializable(typeof(Page<RefAnswer>))]
[JsonSerializable(typeof(Page<Repository>))]
[JsonSerializable(typeof(Page<SourceEntry>))]
[JsonSerializable(typeof(Page<Tag>))]
[JsonSerializable(typeof(Page<UserEmail>))]
[JsonSerializable(typeof(Page<WorkspaceAccess>))]
[JsonSerializable(typeof(Page<WorkspaceMember>))]
[JsonSerializable(typeof(Participant))]
[JsonSerializable(typeof(Project))]
[JsonSerializable(typeof(ProjectChange))]
[JsonSerializable(typeof(PullRequestBody))]
[JsonSerializable(typeof(PullRequestCommentBody))]
[JsonSerializable(typeof(PullRequestMergeBody))]
[JsonSerializable(typeof(PullRequestMergeTask))]
[JsonSerializable(typeof(PullRequestTaskBody))]
[JsonSerializable(typeof(RepositoryBody))]
[JsonSerializable(typeof(SettingInheritanceAnswer))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(UserEmail))]
[JsonSerializable(typeof(Workspace))]
[JsonSerializable(typeof(WorkspaceMember))]
internal sealed partial class BitbucketJson : JsonSerializerContext;
