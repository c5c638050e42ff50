using System.Reflection;
using BitbucketPS.Operations;

namespace BitbucketPS.Client.Tests.Operations;

public sealed class OperationCatalogueTests
{
    // No value is the text of a segment that means something, and each is hard in another way.
    private static readonly string[] s_hardValues = ["{8ed0bc31-4e3c}", "feature/a b", "50%2F", "größe 🚀", "a?b#c", "x..y", "{}", "-"];

    private static readonly Dictionary<string, Operation> s_members = typeof(OperationCatalogue).Assembly.GetTypes()
        .Where(type => type.Name.EndsWith("Operations", StringComparison.Ordinal))
        .SelectMany(group => group.GetProperties(BindingFlags.Public | BindingFlags.Static))
        .Where(property => property.PropertyType == typeof(Operation))
        .ToDictionary(property => property.Name, property => (Operation)property.GetValue(obj: null)!, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. OperationCatalogue.All.Select(operation => operation.Name)];

    [Fact]
    public void Names_AreUnique() =>
        Assert.Equal(OperationCatalogue.All.Count, OperationCatalogue.All.DistinctBy(operation => operation.Name, StringComparer.Ordinal).Count());

    [Fact]
    public void Names_AreThoseOfTheMembers() => Assert.All(s_members, member => Assert.Equal(member.Key, member.Value.Name));

    [Fact]
    public void All_HoldsEveryMemberOfEveryGroup() => Assert.Equal(s_members.Values.ToHashSet(), OperationCatalogue.All.ToHashSet());

    [Theory]
    [MemberData(nameof(Names))]
    public void Find_Expanded_IsTheOperation(string name)
    {
        Operation operation = s_members[name];
        foreach (string hard in s_hardValues)
        {
            string[] values = [.. Enumerable.Repeat(hard, operation.Placeholders.Count)];
            string path = operation.Expand(values);

            Assert.Same(operation, OperationCatalogue.Find(operation.Method, path));
            Assert.Same(operation, OperationCatalogue.Find(operation.Method, $"/2.0{path}/?fields=values.name&q=a/b"));
        }
    }

    [Theory]
    [InlineData("GET", "/repositories/acme/widgets/pullrequests/activity", "ListRepositoryPullRequestActivity")]
    [InlineData("GET", "/repositories/acme/widgets/pullrequests/7", "GetPullRequest")]
    [InlineData("GET", "/repositories/acme/widgets/pullrequests/7/properties/a/b", "GetPullRequestProperty")]
    [InlineData("GET", "/workspaces/acme/permissions/repositories", "ListWorkspaceRepositoryPermissions")]
    [InlineData("GET", "/workspaces/acme/permissions/repositories/widgets", "ListEffectiveRepositoryPermissions")]
    [InlineData("GET", "/repositories/permissions/repositories", "GetRepository")]
    [InlineData("GET", "/snippets/acme/x1/watch", "GetSnippetWatch")]
    [InlineData("GET", "/snippets/acme/x1/0123abc", "GetSnippetRevision")]
    [InlineData("GET", "/snippets/acme/x1/0123abc/diff", "GetSnippetDiff")]
    [InlineData("GET", "/snippets/acme/x1/files/a/b.txt", "GetSnippetFile")]
    [InlineData("GET", "/snippets/acme/x1/0123abc/files/a/b.txt", "GetSnippetRevisionFile")]
    [InlineData("GET", "/repositories/acme/widgets/issues/export/widgets-issues-7.zip", "GetIssueExport")]
    [InlineData("GET", "/workspaces/acme/pipelines-config/identity/oidc/.well-known/openid-configuration", "GetPipelineOidcConfiguration")]
    [InlineData("GET", "/repositories/acme/widgets/refs/branches", "ListBranches")]
    [InlineData("POST", "/repositories/acme/widgets/commits", "QueryCommits")]
    public void Find_LiteralTextFirst(string method, string path, string expected) =>
        Assert.Equal(expected, OperationCatalogue.Find(new HttpMethod(method), path)?.Name);

    [Theory]
    [InlineData("/repositories/acme/widgets/refs/branches/feature/a b", "GetBranch")]
    [InlineData("/repositories/acme/widgets/refs/branches/feature%2Fa%20b", "GetBranch")]
    [InlineData("repositories/{8ed0}/{1a2b}/refs/tags/v1/rc", "GetTag")]
    [InlineData("2.0/repositories/acme/widgets/diff/feature/a..main", "GetDiff")]
    [InlineData("/repositories/acme/widgets/commits/feature/a", "ListCommitsOfRevision")]
    [InlineData("/repositories/acme/widgets/src/main/", "GetSource")]
    [InlineData("/repositories/acme/widgets/src/main/docs/", "GetSource")]
    [InlineData("/repositories/acme/widgets/src", "GetSourceRoot")]
    [InlineData("/repositories/acme/widgets/pipelines/?page=2", "ListPipelines")]
    public void Find_AsOthersWriteIt(string path, string expected) =>
        Assert.Equal(expected, OperationCatalogue.Find(HttpMethod.Get, path)?.Name);

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/")]
    [InlineData("GET", "/2.0")]
    [InlineData("GET", "/nothing")]
    [InlineData("GET", "/2.0/2.0/user")]
    [InlineData("GET", "/User")]
    [InlineData("GET", "/repositories//widgets")]
    [InlineData("GET", "/repositories/acme/widgets/nothing")]
    [InlineData("GET", "/repositories/acme/widgets/diff")]
    [InlineData("GET", "/repositories/acme/widgets/diff/")]
    [InlineData("GET", "/repositories/acme/widgets/src/main")]
    [InlineData("GET", "/repositories/acme/widgets/issues/export/-issues-7.zip")]
    [InlineData("GET", "/repositories/acme/widgets/issues/export/widgets-issues-.zip")]
    [InlineData("GET", "/repositories/acme/widgets/issues/export/widgets.zip")]
    [InlineData("PATCH", "/repositories/acme/widgets")]
    [InlineData("DELETE", "/snippets/acme/x1/comments")]
    public void Find_Unknown_IsNull(string method, string path) =>
        Assert.Null(OperationCatalogue.Find(new HttpMethod(method), path));
}
