namespace BitbucketPS.Sandbox.Tests;

public class BranchPatternTests
{
    [Theory]
    [InlineData("foo*", "foo", true)]
    [InlineData("foo*", "foobar", true)]
    [InlineData("foo*", "barfoo", false)]
    [InlineData("*", "a/b", true)]
    [InlineData("main", "main", true)]
    [InlineData("main", "mainly", false)]
    [InlineData("release/*/fix", "release/1/2/fix", true)]
    [InlineData("a*a", "a", false)]
    [InlineData("a*b*c", "a1c2b3c", true)]
    [InlineData("a*b*b*c", "a1b2c", false)]
    [InlineData("v?", "v1", false)]
    [InlineData("[ab]", "a", false)]
    public void Stars_are_any_text_and_nothing_else_is_special(string pattern, string name, bool expected)
        => Assert.Equal(expected, BranchPattern.Matches(pattern, name));
}
