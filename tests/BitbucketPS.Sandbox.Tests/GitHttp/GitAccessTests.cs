namespace BitbucketPS.Sandbox.Tests;

public class GitAccessTests
{
    [Fact]
    public void Public_repository_of_others_can_be_read_and_not_written()
    {
        Credential stranger = new(SeedPeople.Stranger, CredentialTypes.OAuth2, Scopes.All);
        HostedRepository repository = Repository(isPrivate: false);

        Assert.Same(repository, GitAccess.Require(repository, stranger, GitService.UploadPack));
        GitRefusal refusal = Assert.Throws<GitRefusal>(() => GitAccess.Require(repository, stranger, GitService.ReceivePack));
        Assert.Equal((403, "Your account does not have write access to this repository."), (refusal.Status, refusal.Message));
    }

    [Fact]
    public void Private_repository_of_others_is_not_there_even_without_the_scope()
    {
        Credential stranger = new(SeedPeople.Stranger, CredentialTypes.OAuth2, []);

        GitRefusal refusal = Assert.Throws<GitRefusal>(() => GitAccess.Require(Repository(isPrivate: true), stranger, GitService.UploadPack));
        Assert.Equal(404, refusal.Status);
    }

    private static HostedRepository Repository(bool isPrivate) => new()
    {
        Workspace = SeedCatalogue.Demo,
        Project = new("WEB", "Web"),
        Slug = "any",
        Name = "Any",
        Description = "",
        Language = "",
        IsPrivate = isPrivate,
        CreatedOn = SeedHistory.FirstDay,
        UpdatedOn = SeedHistory.LastDay,
        Git = new("nowhere"),
    };
}
