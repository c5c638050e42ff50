using System.Net;

namespace BitbucketPS.Sandbox.Tests;

public class RepositoryListTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Sizes_and_main_branches_are_there_to_ask_for()
    {
        string[] bySize = (await sandbox.GetAsync("/2.0/repositories/demo?sort=-size")).Names;
        string[] byMain = (await sandbox.GetAsync("/2.0/repositories/demo?q=mainbranch.name%3D%22main%22%20AND%20size%3E0")).Names;

        Assert.Equal("Website", bySize[0]);
        Assert.Equal(4, byMain.Length);
    }

    [Fact]
    public async Task Repositories_that_are_not_on_the_page_are_not_looked_at_on_disk()
    {
        // A head that is a folder cannot be read: a list that shows this repository fails, one that only sorts it does not.
        await sandbox.PostAsync("/2.0/repositories/demo/zz-broken", "{}");
        string head = Path.Combine(sandbox.Server.RepositoryPath("demo", "zz-broken"), "HEAD");
        File.Delete(head);
        Directory.CreateDirectory(head);

        Answer page = await sandbox.GetAsync("/2.0/repositories/demo?pagelen=2&sort=name&q=is_private%3Dtrue%20OR%20name!%3D%22x%22");

        Assert.Equal(["API", "Docs"], page.Names);
        Assert.All(page.Json["values"]!.AsArray(), item => Assert.True((long)item!["size"]! > 0));
        Assert.Equal(HttpStatusCode.InternalServerError, (await sandbox.GetAsync("/2.0/repositories/demo")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await sandbox.DeleteAsync("/2.0/repositories/demo/zz-broken")).Status);
    }

    [Fact]
    public async Task Roles_are_those_of_who_asks()
    {
        Assert.Empty((await sandbox.SendAsync("GET", "/2.0/repositories/demo?role=admin", sandbox.As("asha"))).Names);
        Assert.NotEmpty((await sandbox.SendAsync("GET", "/2.0/repositories/demo?role=contributor", sandbox.As("asha"))).Names);
        Assert.NotEmpty((await sandbox.GetAsync("/2.0/repositories/demo?role=owner&pagelen=1")).Names);
    }
}
