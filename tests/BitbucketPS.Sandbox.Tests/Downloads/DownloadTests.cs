using System.Net;

namespace BitbucketPS.Sandbox.Tests;

public class DownloadTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Downloads = "/2.0/repositories/demo/website/downloads";

    [Fact]
    public async Task Names_that_differ_in_case_are_two_files()
    {
        await UploadAsync(("README.txt", "upper"), ("readme.txt", "lower"));

        Assert.Superset(new HashSet<string>(["README.txt", "readme.txt"], StringComparer.Ordinal), (await sandbox.GetAsync(Downloads)).Names.ToHashSet(StringComparer.Ordinal));
        Assert.Equal(("upper", "lower"), (await ReadAsync("README.txt"), await ReadAsync("readme.txt")));
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.GetAsync(Downloads + "/Readme.txt")).Status);
    }

    [Theory]
    [InlineData("d41d8cd98f00b204e9800998ecf8427e")]
    [InlineData("0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("Überblick 100%.txt")]
    public async Task Name_comes_back_whatever_it_looks_like(string name)
    {
        await UploadAsync((name, "content"));

        Assert.Equal("content", await ReadAsync(name));
    }

    [Fact]
    public async Task Same_name_takes_the_place_of_the_file()
    {
        await UploadAsync(("again.txt", "first"));
        await UploadAsync(("again.txt", "second"));

        Assert.Equal("second", await ReadAsync("again.txt"));
        Assert.Single((await sandbox.GetAsync(Downloads)).Names, name => name is "again.txt");
    }

    [Fact]
    public async Task Gotcha16_File_IsOnAnotherServerThatRefusesTheCredential()
    {
        await UploadAsync(("elsewhere.txt", "content"));

        Answer sent = await sandbox.GetAsync(Downloads + "/elsewhere.txt");
        using HttpResponseMessage refused = await sandbox.FetchAsync(sent.Location.AbsoluteUri, ("Authorization", sandbox.Bearer));

        Assert.NotEqual(new Uri(sandbox.Origin).Host, sent.Location.Host);
        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.BadRequest), (sent.Status, refused.StatusCode));
    }

    private async Task<string> ReadAsync(string name)
    {
        Answer sent = await sandbox.GetAsync($"{Downloads}/{Uri.EscapeDataString(name)}");
        using HttpResponseMessage file = await sandbox.FetchAsync(sent.Location.AbsoluteUri);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        return await file.TextAsync();
    }

    private async Task UploadAsync(params (string Name, string Content)[] files)
    {
        using MultipartFormDataContent form = [];
        foreach ((string name, string content) in files)
        {
            form.Add(new StringContent(content), "files", name);
        }

        Answer answer = await sandbox.SendAsync("POST", Downloads, sandbox.Bearer, form);
        Assert.True(answer.Status is HttpStatusCode.Created, answer.Text);
    }
}
