using System.Net;

namespace BitbucketPS.Sandbox.Tests;

public class SourceTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Api = "/2.0/repositories/demo/api";

    [Fact]
    public async Task File_is_its_bytes_with_a_tag_that_says_when_it_is_the_same()
    {
        string path = $"{Api}/src/{await HashAsync("main")}/README.md";
        Answer file = await sandbox.GetAsync(path);

        Answer again = await sandbox.SendAsync(
            "GET", path, sandbox.Bearer, headers: new Dictionary<string, string>(StringComparer.Ordinal) { ["If-None-Match"] = file.Header("ETag") });

        Assert.StartsWith("API\n", file.Text, StringComparison.Ordinal);
        Assert.Null(file.ContentHeaders.ContentType!.CharSet);
        Assert.Equal((HttpStatusCode.NotModified, ""), (again.Status, again.Text));
    }

    [Fact]
    public async Task Root_leads_to_the_commit_of_the_main_branch()
    {
        Answer root = await sandbox.GetAsync(Api + "/src?pagelen=2");
        Answer list = await sandbox.GetAsync(root.Location.PathAndQuery);

        Assert.Equal(HttpStatusCode.Found, root.Status);
        Assert.Equal($"{Api}/src/{await HashAsync("main")}/", root.Location.AbsolutePath);
        Assert.Equal(2, list.Json["values"]!.AsArray().Count);
        Assert.Null(list.Json["size"]);
    }

    [Fact]
    public async Task Branch_with_a_slash_is_not_found_and_its_hash_is()
    {
        Answer byName = await sandbox.GetAsync(Api + "/src/release%2F1.0/README.md");
        Answer byHash = await sandbox.GetAsync($"{Api}/src/{await HashAsync("release/1.0")}/README.md");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (byName.Status, byHash.Status));
    }

    // The description says so: "size > 1024 and attributes = "binary"", and sort=-size.
    [Fact]
    public async Task Folder_is_filtered_and_sorted_by_size_and_attributes()
    {
        string folder = $"{Api}/src/{await HashAsync("main")}/?pagelen=100&max_depth=10";
        Answer sorted = await sandbox.GetAsync(folder + "&q=size+%3E+1+and+type+%3D+%22commit_file%22&sort=-size");
        Answer links = await sandbox.GetAsync(folder + "&q=attributes%3D%22link%22+and+size%3E0");

        long[] sizes = [.. sorted.Json["values"]!.AsArray().Select(file => (long)file!["size"]!)];
        Assert.NotEmpty(sizes);
        Assert.Equal(sizes.OrderDescending(), sizes);
        Assert.Equal(HttpStatusCode.OK, links.Status);
        Assert.Empty(links.Json["values"]!.AsArray());
    }

    [Fact]
    public async Task Missing_file_is_named()
    {
        Answer answer = await sandbox.GetAsync(Api + "/src/main/missing.txt");

        Assert.Equal((HttpStatusCode.NotFound, "No such file or directory: missing.txt"), (answer.Status, answer.Message));
    }

    [Fact]
    public async Task Files_are_written_deleted_and_made_executable_in_one_commit()
    {
        string before = await HashAsync("develop");
        using MultipartFormDataContent form = new()
        {
            { new StringContent("Write, delete"), "message" },
            { new StringContent("develop"), "branch" },
            { new StringContent("Mei <mei@example.org>"), "author" },
            { new StringContent(before), "parents" },
            { new StringContent("one\n"), "/new/größe.txt", "größe.txt" },
            { new StringContent("README.md"), "files" },
        };

        Answer answer = await sandbox.SendAsync("POST", Api + "/src", sandbox.Bearer, form);

        Answer commit = await sandbox.GetAsync(answer.Location.AbsolutePath);
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal(("Write, delete\n", "Mei <mei@example.org>"), ((string)commit.Json["message"]!, (string)commit.Json["author"]!["raw"]!));
        Assert.Equal(before, (string?)commit.Json["parents"]![0]!["hash"]);
        Assert.Equal("one\n", (await sandbox.GetAsync(Api + "/src/develop/new/gr%C3%B6%C3%9Fe.txt")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.GetAsync(Api + "/src/develop/README.md")).Status);
    }

    [Fact]
    public async Task File_with_a_quotation_mark_in_its_name_is_written_under_it()
    {
        using MultipartContent form = new("form-data");
        StringContent file = new("text");
        file.Headers.TryAddWithoutValidation("Content-Disposition", """form-data; name="/a \"b\".txt"; filename="c" """.TrimEnd());
        form.Add(file);

        Answer written = await sandbox.SendAsync("POST", Api + "/src?branch=quoted&message=Quote", sandbox.Bearer, form);
        Answer read = await sandbox.GetAsync(Api + "/src/quoted/a%20%22b%22.txt");

        Assert.Equal((HttpStatusCode.Created, "text"), (written.Status, read.Text));
    }

    [Fact]
    public async Task Write_on_top_of_an_old_commit_changes_nothing()
    {
        string head = await HashAsync("spike/graphql");
        string parent = (string)(await sandbox.GetAsync($"{Api}/commit/{head}")).Json["parents"]![0]!["hash"]!;

        Answer answer = await sandbox.SendAsync(
            "POST", Api + "/src", sandbox.Bearer, SandboxFixture.Form($"branch=spike%2Fgraphql&parents={parent}&a.txt=a"));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal(head, await HashAsync("spike/graphql"));
    }

    [Theory]
    [InlineData("a/../../b=1", "a/../../b")]
    [InlineData(".git%2Fconfig=1", ".git/config")]
    [InlineData("files=nothing.txt", "files")]
    [InlineData("files=src", "files")]
    [InlineData("a.txt=1&author=nobody", "author")]
    [InlineData("a.txt=1&branch=-x", "branch")]
    public async Task Bad_write_names_what_is_wrong(string form, string field)
    {
        Answer answer = await sandbox.SendAsync("POST", Api + "/src", sandbox.Bearer, SandboxFixture.Form(form));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Json["error"]!["fields"]![field]);
    }

    [Fact]
    public async Task Slow_upload_keeps_no_other_change_waiting()
    {
        using HaltingForm form = new();
        Task<Answer> upload = sandbox.SendAsync("POST", Api + "/src", sandbox.Bearer, form);
        await form.Halted;

        Answer meanwhile = await sandbox.PostAsync(Api + "/refs/branches", """{"name": "meanwhile", "target": {"hash": "main"}}""");

        form.Continue();
        Assert.Equal(HttpStatusCode.Created, meanwhile.Status);
        Assert.Equal(HttpStatusCode.Created, (await upload).Status);
    }

    private async Task<string> HashAsync(string branch)
        => (string)(await sandbox.GetAsync($"{Api}/refs/branches/{branch}")).Json["target"]!["hash"]!;
}
