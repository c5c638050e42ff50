using FsCheck;
using FsCheck.Fluent;

namespace BitbucketPS.Client.Tests.Repositories;

public sealed class QueryTextTests
{
    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("main", "\"main\"")]
    [InlineData("a\"b", "\"a\\\"b\"")]
    [InlineData("a\\b", "\"a\\\\b\"")]
    [InlineData("\\\"", "\"\\\\\\\"\"")]
    [InlineData("it's %_* ü🚀", "\"it's %_* ü🚀\"")]
    public void Quote_Text_IsALiteral(string text, string expected) => Assert.Equal(expected, QueryText.Quote(text));

    [Fact]
    public void Quote_AnyText_ReadsBackAndEndsWhereItEnds() => Prop
        .ForAll<NonNull<string>>(text => string.Equals(Unquote(QueryText.Quote(text.Get)), text.Get, StringComparison.Ordinal))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Quote_Null_IsRefused() => Assert.Throws<ArgumentNullException>(() => QueryText.Quote(null!));

    [Fact]
    public void All_NoConditions_IsNull() => Assert.Null(QueryText.All(null, "", "  "));

    [Fact]
    public void All_OneCondition_IsItself() => Assert.Equal("a = 1 OR b = 2", QueryText.All(null, "a = 1 OR b = 2", ""));

    [Fact]
    public void All_SeveralConditions_KeepTheirMeaning()
        => Assert.Equal("(a = 1 OR b = 2) AND (c = 3)", QueryText.All("a = 1 OR b = 2", null, "c = 3"));

    // As a parser of the language does: up to the first bare quote, which has to be the last character.
    private static string? Unquote(string literal)
    {
        System.Text.StringBuilder text = new();
        for (int index = 1; index < literal.Length; index++)
        {
            if (literal[index] == '"')
            {
                return index == literal.Length - 1 ? text.ToString() : null;
            }

            index += literal[index] == '\\' ? 1 : 0;
            text.Append(literal[index]);
        }

        return null;
    }
}
