namespace BitbucketPS.Sandbox.Tests;

/// <summary>A sandbox in which tests open pull requests of branches of their own.</summary>
public sealed class PullRequestFixture : SandboxFixture
{
    public const string Api = "/2.0/repositories/demo/api";

    private int _count;

    /// <summary>Makes a branch of main with one more file; gives its name.</summary>
    public async Task<string> BranchAsync(string file = "new.txt", string content = "new\n", string from = "main")
    {
        string name = $"topic/{Interlocked.Increment(ref _count)}";
        Assert.True((await PostAsync(Api + "/refs/branches", $$$"""{"name": "{{{name}}}", "target": {"hash": "{{{from}}}"}}""")).Status is System.Net.HttpStatusCode.Created);
        await WriteAsync(name, file, content);
        return name;
    }

    /// <summary>Writes a file to a branch.</summary>
    public async Task WriteAsync(string branch, string file, string content)
    {
        using MultipartFormDataContent form = new()
        {
            { new StringContent(branch), "branch" },
            { new StringContent(content), file, file },
        };
        Assert.Equal(System.Net.HttpStatusCode.Created, (await SendAsync("POST", Api + "/src", Bearer, form)).Status);
    }

    /// <summary>Opens a pull request; gives its address.</summary>
    public async Task<string> OpenAsync(string branch, string more = "")
    {
        Answer answer = await PostAsync(
            Api + "/pullrequests", $$$"""{"title": "Title", "source": {"branch": {"name": "{{{branch}}}"}}{{{more}}}}""");
        Assert.True(answer.Status is System.Net.HttpStatusCode.Created, answer.Text);
        return $"{Api}/pullrequests/{answer.Json["id"]}";
    }

    /// <summary>The UUID of a person.</summary>
    public static string Uuid(string username) => SeedPeople.All.Single(person => string.Equals(person.Username, username, StringComparison.Ordinal)).Uuid;

    /// <summary>As somebody else.</summary>
    public Task<Answer> SendAsAsync(string username, string method, string target, string? json = null)
        => SendAsync(method, target, "Bearer " + Server.IssueAccessTokenFor(username, TimeSpan.FromHours(1)), json is null ? null : Json(json));
}
