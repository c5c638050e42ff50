using FsCheck;
using FsCheck.Fluent;

namespace BitbucketPS.Client.Tests.Repositories;

public sealed class RepositoryIdTests
{
    private const string Uuid = "{8ed0bc31-4e3c-4a0e-8b1f-0123456789ab}";

    [Theory]
    [InlineData("acme/web", "acme", "web")]
    [InlineData("Acme/Web.Site_2~x-y", "Acme", "Web.Site_2~x-y")]
    [InlineData("a/b", "a", "b")]
    [InlineData("größe/ü", "größe", "ü")]
    [InlineData("acme/.github", "acme", ".github")]
    [InlineData("acme/...", "acme", "...")]
    [InlineData(Uuid + "/" + Uuid, Uuid, Uuid)]
    [InlineData("acme/" + Uuid, "acme", Uuid)]
    public void Parse_WorkspaceAndSlug_AreItsParts(string text, string workspace, string slug)
    {
        RepositoryId id = new(text);

        Assert.Equal((workspace, slug, text), (id.Workspace, id.Slug, id.ToString()));
        Assert.Equal(id, new RepositoryId(workspace, slug));
        Assert.True(RepositoryId.TryParse(text, out RepositoryId? parsed));
        Assert.Equal(id, parsed);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("acme")]
    [InlineData("/")]
    [InlineData("acme/")]
    [InlineData("/web")]
    [InlineData("acme/web/")]
    [InlineData("/acme/web")]
    [InlineData("acme/web/src")]
    [InlineData("acme//web")]
    [InlineData("acme\\web")]
    [InlineData(" acme/web")]
    [InlineData("acme/web\n")]
    [InlineData("acme/we b")]
    [InlineData("acme/..")]
    [InlineData("./web")]
    [InlineData("acme/a%2Fb")]
    [InlineData("acme/web?x")]
    [InlineData("acme/web#x")]
    [InlineData("acme/*")]
    [InlineData("acme/🚀")]
    [InlineData("acme/{}")]
    [InlineData("acme/{web}")]
    [InlineData("acme/{8ed0bc314e3c4a0e8b1f0123456789ab}")]
    [InlineData("acme/{8ed0bc31-4e3c-4a0e-8b1f-0123456789ab")]
    [InlineData("https://bitbucket.org/acme/web")]
    public void Parse_AnythingElse_IsRefused(string? text)
    {
        BitbucketException error = Assert.Throws<BitbucketException>(() => new RepositoryId(text!));

        Assert.Equal(BitbucketErrorKind.InvalidRepository, error.Kind);
        Assert.Contains($"'{text}'", error.Message, StringComparison.Ordinal);
        Assert.Contains("workspace/slug", error.RecommendedAction, StringComparison.Ordinal);
        Assert.False(RepositoryId.TryParse(text, out RepositoryId? id));
        Assert.Null(id);
    }

    [Theory]
    [InlineData("acme", "")]
    [InlineData("", "web")]
    [InlineData("acme", null)]
    [InlineData("acme/web", "x")]
    [InlineData("acme", "..")]
    public void Create_BadPart_IsRefused(string? workspace, string? slug)
    {
        BitbucketException error = Assert.Throws<BitbucketException>(() => new RepositoryId(workspace!, slug!));

        Assert.Equal(BitbucketErrorKind.InvalidRepository, error.Kind);
    }

    [Theory]
    [InlineData("acme/web", "ACME/Web", true)]
    [InlineData("acme/web", "acme/web2", false)]
    [InlineData("a/bc", "ab/c", false)]
    public void Equals_RegardlessOfCase(string left, string right, bool expected)
    {
        RepositoryId first = new(left);
        RepositoryId second = new(right);

        Assert.Equal(expected, first.Equals(second));
        Assert.Equal(expected, first == second);
        Assert.Equal(expected, new HashSet<RepositoryId> { first }.Contains(second));
    }

    [Fact]
    public void Equals_Null_IsFalse() => Assert.False(new RepositoryId("acme/web").Equals(other: null));

    [Fact]
    public void TryParse_AnyText_NeverThrowsAndReadsItselfBack() => Prop
        .ForAll<string>(text => !RepositoryId.TryParse(text, out RepositoryId? id)
            || (string.Equals(id.ToString(), text, StringComparison.Ordinal) && id.Equals(new RepositoryId(text))))
        .QuickCheckThrowOnFailure();
}
