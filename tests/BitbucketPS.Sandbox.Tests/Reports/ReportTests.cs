using System.Net;

namespace BitbucketPS.Sandbox.Tests;

public class ReportTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Docs = "/2.0/repositories/demo/docs";

    [Fact]
    public async Task Report_on_a_public_repository_is_read_by_all_and_written_by_those_who_write_to_it()
    {
        string hash = (string)(await sandbox.GetAsync(Docs + "/refs/branches/main")).Json["target"]!["hash"]!;
        string report = $"{Docs}/commit/{hash}/reports/scan";
        string stranger = sandbox.As("stranger");
        const string Body = """{"title": "Scan", "details": "All of it"}""";

        Answer refused = await sandbox.SendAsync("PUT", report, stranger, SandboxFixture.Json(Body));
        Answer made = await sandbox.PutAsync(report, Body);
        Answer annotated = await sandbox.SendAsync("PUT", report + "/annotations/1", stranger, SandboxFixture.Json("""{"summary": "Here"}"""));
        Answer deleted = await sandbox.SendAsync("DELETE", report, stranger);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (refused.Status, made.Status));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (annotated.Status, deleted.Status));
        Assert.Equal(HttpStatusCode.OK, (await sandbox.SendAsync("GET", report, stranger)).Status);
    }
}
