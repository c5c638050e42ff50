using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>The rules, on an answer that has every case.</summary>
public class PartialAnswerTests
{
    private const string Whole =
        """
        {"id":1,"text":"t","none":null,"owner":{"name":"n","links":{"self":"s","html":"h"}},
        "tags":["x","y"],"values":[{"id":2,"owner":{"name":"m","age":3}},{"id":4,"owner":null}],"next":"u"}
        """;

    [Theory]
    [InlineData("id", """{"id":1}""")]
    [InlineData("id,next", """{"id":1,"next":"u"}""")]
    [InlineData("id, next", """{"id":1}""")]
    [InlineData("owner.links.self", """{"owner":{"links":{"self":"s"}}}""")]
    [InlineData("owner", """{"owner":{"name":"n","links":{"self":"s","html":"h"}}}""")]
    [InlineData("owner.name,owner", """{"owner":{"name":"n","links":{"self":"s","html":"h"}}}""")]
    [InlineData("values.id", """{"values":[{"id":2},{"id":4}]}""")]
    [InlineData("values.owner.age", """{"values":[{"owner":{"age":3}},{}]}""")]
    [InlineData("values.surprise", """{"values":[{},{}]}""")]
    [InlineData("tags", """{"tags":["x","y"]}""")]
    [InlineData("tags.x", """{"tags":[]}""")]
    [InlineData("none", """{"none":null}""")]
    [InlineData("owner.*.self", """{"owner":{"links":{"self":"s"}}}""")]
    [InlineData("*.name", """{"owner":{"name":"n"},"tags":[],"values":[{},{}]}""")]
    public void Only_list_leaves_what_it_names(string fields, string expected) => AssertLeft(expected, fields);

    [Theory]
    [InlineData("surprise")]
    [InlineData("id.surprise")]
    [InlineData("none.surprise")]
    [InlineData("ID")]
    [InlineData("id.")]
    [InlineData(".")]
    [InlineData("-*")]
    [InlineData("id,-id")]
    [InlineData(" id")]
    [InlineData("-*, id, owner.name")]
    public void Nothing_is_left_of_what_has_no_such_name(string fields) => AssertLeft("{}", fields);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(",")]
    [InlineData("*")]
    [InlineData("-")]
    [InlineData("+")]
    [InlineData("-surprise")]
    [InlineData("-id.surprise")]
    [InlineData("+surprise,+owner.name")]
    [InlineData("-*,+*")]
    public void Everything_is_left_where_nothing_is_taken(string? fields) => AssertLeft(Whole, fields);

    [Theory]
    [InlineData("-values,-tags,-owner.links,-none", """{"id":1,"text":"t","owner":{"name":"n"},"next":"u"}""")]
    [InlineData("-*.*,-tags", """{"id":1,"text":"t","none":null,"owner":{},"values":[{},{}],"next":"u"}""")]
    [InlineData("owner,-owner.links", """{"owner":{"name":"n"}}""")]
    [InlineData("values,-values.owner.name", """{"values":[{"id":2,"owner":{"age":3}},{"id":4,"owner":null}]}""")]
    public void Minus_takes_away(string fields, string expected) => AssertLeft(expected, fields);

    [Theory]
    [InlineData("-*,+id", """{"id":1}""")]
    [InlineData("+id,-*", """{"id":1}""")]
    [InlineData("-*,+values.owner.name", """{"values":[{"owner":{"name":"m"}},{}]}""")]
    [InlineData("owner,-owner.links,+owner.links.html", """{"owner":{"name":"n","links":{"html":"h"}}}""")]
    [InlineData("id,+next", """{"id":1,"next":"u"}""")]
    public void Plus_brings_back(string fields, string expected) => AssertLeft(expected, fields);

    [Theory]
    [InlineData("size", false)]
    [InlineData("-values", false)]
    [InlineData("-*,+next", false)]
    [InlineData("values.id", true)]
    [InlineData("-values.id", true)]
    [InlineData("-*,+values.id", true)]
    [InlineData("*", true)]
    [InlineData(null, true)]
    public void Values_are_made_only_if_something_of_them_is_wanted(string? fields, bool expected)
        => Assert.Equal(expected, PartialAnswer.Parse(fields).Includes("values"));

    private static void AssertLeft(string expected, string? fields)
    {
        JsonObject answer = JsonNode.Parse(Whole)!.AsObject();
        PartialAnswer.Parse(fields).Prune(answer);
        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), answer.ToJsonString());
    }
}
