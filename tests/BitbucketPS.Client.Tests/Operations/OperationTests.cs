using System.Text;
using BitbucketPS.Operations;
using FsCheck;
using FsCheck.Fluent;

namespace BitbucketPS.Client.Tests.Operations;

public sealed class OperationTests
{
    private static readonly string s_repository = "/repositories/acme/widgets";

    [Theory]
    [InlineData("main", "main")]
    [InlineData("feature/x", "feature%2Fx")]
    [InlineData("release 1.0", "release%201.0")]
    [InlineData("100%", "100%25")]
    [InlineData("a%2Fb", "a%252Fb")]
    [InlineData("{8ed0bc31-4e3c-4f51-9b1e-2c7c1d5d6a10}", "%7B8ed0bc31-4e3c-4f51-9b1e-2c7c1d5d6a10%7D")]
    [InlineData("größe", "gr%C3%B6%C3%9Fe")]
    [InlineData("🚀", "%F0%9F%9A%80")]
    [InlineData("a+b&c=d?e#f", "a%2Bb%26c%3Dd%3Fe%23f")]
    [InlineData("AZaz09-._~", "AZaz09-._~")]
    [InlineData("!*'()", "%21%2A%27%28%29")]
    [InlineData("...", "...")]
    [InlineData("%2E%2E", "%252E%252E")]
    public void Expand_EscapesOnce(string name, string expected)
    {
        Assert.Equal($"{s_repository}/refs/branches/{expected}", RefOperations.GetBranch.Expand("acme", "widgets", name));
    }

    [Fact]
    public void Expand_FilePath_KeepsItsSlashes()
    {
        string path = SourceOperations.GetSource.Expand("acme", "widgets", "a/b", "docs/a b/ü%.md");

        Assert.Equal($"{s_repository}/src/a%2Fb/docs/a%20b/%C3%BC%25.md", path);
    }

    [Theory]
    [InlineData("", "/")]
    [InlineData("docs/", "/docs/")]
    public void Expand_Directory_EndsWithItsSlash(string path, string expected)
    {
        Assert.Equal($"{s_repository}/src/main{expected}", SourceOperations.GetSource.Expand("acme", "widgets", "main", path));
    }

    [Fact]
    public void Expand_TwoPlaceholdersInASegment_FillsBoth()
    {
        string path = IssueOperations.GetIssueExport.Expand("acme", "widgets", "a/b", "7");

        Assert.Equal($"{s_repository}/issues/export/a%2Fb-issues-7.zip", path);
    }

    [Fact]
    public void Expand_NoPlaceholders_IsTheTemplate() => Assert.Equal("/user", UserOperations.GetCurrentUser.Expand());

    [Fact]
    public void Expand_TooFew_NamesThePlaceholder()
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => RefOperations.GetBranch.Expand("acme", "widgets"));

        Assert.Contains("{name}", e.Message, StringComparison.Ordinal);
        Assert.Equal("values", e.ParamName);
    }

    [Fact]
    public void Expand_TooMany_SaysSo()
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => UserOperations.GetCurrentUser.Expand("x"));

        Assert.Contains("0 placeholders; 1 values", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public void Expand_ValueThatNamesNothing_NamesThePlaceholder(string? value)
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => RefOperations.ListBranches.Expand("acme", value!));

        Assert.Contains("The repo slug", e.Message, StringComparison.Ordinal);
        Assert.Equal("values", e.ParamName);
    }

    [Fact]
    public void Expand_HalfASurrogatePair_IsRefused()
    {
        // Not a theory: the arguments of attributes cannot hold one.
        string[] values = ["a\ud83d", "\udc00\ufffd"];

        Assert.All(values, value => Assert.Throws<ArgumentException>(() => RefOperations.ListBranches.Expand("acme", value)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("/")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData("a//")]
    [InlineData("a/../b")]
    [InlineData("./a")]
    [InlineData("a/..")]
    public void Expand_FilePathThatWouldCollapse_NamesThePlaceholder(string? path)
    {
        ArgumentException e = Assert.Throws<ArgumentException>(
            () => SourceOperations.GetSource.Expand("acme", "widgets", "main", path!));

        Assert.Contains("The path", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Expand_AnyName_UnescapesToItself()
    {
        Prop.ForAll<NonEmptyString>(name =>
        {
            if (!IsName(name.Get))
            {
                Assert.Throws<ArgumentException>(() => RefOperations.GetBranch.Expand("acme", "widgets", name.Get));
                return;
            }

            string segment = RefOperations.GetBranch.Expand("acme", "widgets", name.Get)[$"{s_repository}/refs/branches/".Length..];

            Assert.Equal(name.Get, Uri.UnescapeDataString(segment));
            Assert.All(segment, c => Assert.True(char.IsAsciiLetterOrDigit(c) || "-._~%".Contains(c, StringComparison.Ordinal)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Expand_AnyFilePath_UnescapesToItself()
    {
        Prop.ForAll<NonEmptyArray<NonEmptyString>>(names =>
        {
            string[] segments = [.. names.Get.Select(name => name.Get.Replace('/', '_')).Where(IsName)];
            string expected = string.Join('/', segments);
            string path = SourceOperations.GetSource.Expand("acme", "widgets", "main", expected);

            string[] escaped = path[$"{s_repository}/src/main/".Length..].Split('/');

            Assert.Equal(Math.Max(segments.Length, 1), escaped.Length);
            Assert.Equal(expected, string.Join('/', escaped.Select(Uri.UnescapeDataString)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Expand_AnyName_SurvivesUri()
    {
        Prop.ForAll<NonEmptyString>(name =>
        {
            if (IsName(name.Get))
            {
                string path = RefOperations.GetBranch.Expand("acme", "widgets", name.Get);

                Assert.Equal(path, new Uri($"https://localhost{path}").AbsolutePath);
            }
        }).QuickCheckThrowOnFailure();
    }

    private static bool IsName(string value) =>
        value is not ("." or "..") && string.Equals(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value)), value, StringComparison.Ordinal);
}
