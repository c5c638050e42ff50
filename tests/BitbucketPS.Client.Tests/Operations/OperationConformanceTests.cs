using BitbucketPS.Operations;

namespace BitbucketPS.Client.Tests.Operations;

public sealed class OperationConformanceTests
{
    // Their answers are pages, as recorded answers and other clients show; the API description has no schema for them, so the
    // table calls them unpaged.
    private static readonly Operation[] s_pagedWithoutSchema =
    [
        DownloadOperations.ListDownloads,
        PipelineOperations.ListTestCases,
        PullRequestOperations.ListPullRequestActivity,
        PullRequestOperations.ListRepositoryPullRequestActivity,
        PullRequestOperations.ListPullRequestCommits,
        PullRequestOperations.ListPullRequestDiffStat,
        UserOperations.ListUserEmails,
    ];

    [Fact]
    public void Catalogue_HasWhatTheReferenceHas_AndNothingElse()
    {
        IReadOnlyDictionary<string, ReferenceOperation> reference = ReferenceOperation.ReadAll();

        Assert.Equal(
            reference.Keys.Order(StringComparer.Ordinal),
            OperationCatalogue.All.Select(operation => operation.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Catalogue_SaysWhatTheReferenceSays()
    {
        IReadOnlyDictionary<string, ReferenceOperation> reference = ReferenceOperation.ReadAll();

        Assert.Multiple([.. OperationCatalogue.All.Select(Check)]);

        Action Check(Operation operation) => () =>
        {
            ReferenceOperation expected = reference[operation.ToString()];
            bool isPaged = expected.IsPaged != s_pagedWithoutSchema.Contains(operation);

            Assert.Equal(expected with { IsPaged = isPaged }, ReferenceOperation.Of(operation));
        };
    }
}
