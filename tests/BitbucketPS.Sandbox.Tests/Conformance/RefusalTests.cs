using System.Net;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>Every operation of the table refuses what is wrong before it does anything; the tests are made from the table.</summary>
public class RefusalTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    public static TheoryData<string> Live => [.. Names(operation => !operation.IsGone && operation.IsDescribed)];

    public static TheoryData<string> WithBody => [.. Names(operation => operation.Body.Shape?.Kind is ShapeKind.Reference
        && !ShapeTable.Instance.PropertiesOf(operation.Body.Shape, typeName: null).ContainsKey(Shape.Others))];

    public static TheoryData<string> WithScopes => [.. Names(operation => operation.Scopes.Classic.Count > 0 && operation.IsDescribed)];

    public static TheoryData<string> Gone => [.. Names(operation => operation.IsGone)];

    [Theory]
    [MemberData(nameof(Live))]
    public async Task Unknown_parameter_is_named(string name)
    {
        (string method, string path) = Request(name);

        Answer answer = await sandbox.SendAsync(method, path + "?surprise=1", sandbox.Bearer);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("This operation has no such parameter.", (string?)answer.Json["error"]!["fields"]!["surprise"]![0]);
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task Unknown_property_is_named(string name)
    {
        (string method, string path) = Request(name);

        Answer answer = await sandbox.SendAsync(method, path, sandbox.Bearer, SandboxFixture.Json("""{"surprise": 1}"""));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("extra keys not allowed", (string?)answer.Json["error"]!["fields"]!["surprise"]![0]);
    }

    [Theory]
    [MemberData(nameof(WithScopes))]
    public async Task Missing_scope_is_named(string name)
    {
        (string method, string path) = Request(name);
        string token = sandbox.Server.IssueAccessToken(s_hour, "wiki");

        Answer answer = await sandbox.SendAsync(method, path, "Bearer " + token);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal(Find(name).Scopes.Classic, answer.Scopes.Required);
        Assert.Equal(["wiki"], answer.Scopes.Granted);
    }

    [Theory]
    [MemberData(nameof(Live))]
    public async Task Wrong_method_is_refused_with_those_there_are(string name)
    {
        (string method, string path) = Request(name);

        Answer answer = await sandbox.SendAsync("PATCH", path, sandbox.Bearer);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
        Assert.Contains(method, answer.ContentHeaders.Allow);
    }

    [Theory]
    [MemberData(nameof(Gone))]
    public async Task What_was_taken_out_is_gone(string name)
    {
        (string method, string path) = Request(name);

        Answer answer = await sandbox.SendAsync(method, path, sandbox.Bearer);

        Assert.Equal(HttpStatusCode.Gone, answer.Status);
        Assert.Equal("Resource removed", answer.Message);
    }

    private static IEnumerable<string> Names(Predicate<ApiOperation> predicate)
        => OperationTable.Instance.Operations.Where(operation => predicate(operation)).Select(operation => operation.Name);

    private static ApiOperation Find(string name)
        => OperationTable.Instance.Operations.Single(operation => string.Equals(operation.Name, name, StringComparison.Ordinal));

    // Values that need not exist: all of this is refused before anything is looked up.
    private static (string Method, string Path) Request(string name)
    {
        string[] parts = name.Split(' ');
        IEnumerable<string> segments = parts[1].Split('/').Select(segment => segment.Contains('{', StringComparison.Ordinal) ? "1" : segment);
        return (parts[0], string.Join('/', segments));
    }
}
