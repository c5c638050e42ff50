using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>What is read of the files that describe pipelines.</summary>
public class PipelineFileTests
{
    [Theory]
    [InlineData("a: 1", """{"a":"1"}""")]
    [InlineData("a:\n  b: 'x: y'\n  c: \"# no comment\" # one", """{"a":{"b":"x: y","c":"# no comment"}}""")]
    [InlineData("a:\n- 1\n- 2\nb: 3", """{"a":["1","2"],"b":"3"}""")]
    [InlineData("a:\n  - b: 1\n    c: 2\n  - d", """{"a":[{"b":"1","c":"2"},"d"]}""")]
    [InlineData("a: [x, 'y']", """{"a":["x","y"]}""")]
    [InlineData("a: |\n  one\n  two\nb: 1", """{"a":"one\ntwo","b":"1"}""")]
    [InlineData("---\n# remark\na:\n\nb:", """{"a":null,"b":null}""")]
    [InlineData("- step:\n    name: A\n    script:\n      - echo a:b", """[{"step":{"name":"A","script":["echo a:b"]}}]""")]
    public void Simple_yaml_is_read(string yaml, string json)
        => Assert.Equal(JsonNode.Parse(json)!.ToJsonString(), SimpleYaml.Parse(yaml)!.ToJsonString());

    [Theory]
    [InlineData("a: &anchor 1")]
    [InlineData("a: *alias")]
    [InlineData("a: {b: 1}")]
    [InlineData("a: 1\na: 2")]
    [InlineData("a: 1\n   b: 2")]
    [InlineData("a: \"open")]
    [InlineData("a: [[b]]")]
    public void Yaml_that_is_not_simple_is_refused(string yaml) => Assert.Throws<FormatException>(() => SimpleYaml.Parse(yaml));

    [Fact]
    public void Yaml_that_is_too_deep_is_refused()
        => Assert.Throws<FormatException>(() => SimpleYaml.Parse(string.Concat(Enumerable.Range(0, 100).Select(depth => $"{new string(' ', depth)}a:\n"))));

    [Theory]
    [InlineData("script:\n          - - echo 1")]
    [InlineData("script: echo 1")]
    [InlineData("script:\n          -\n        image:\n          - a\n        deployment:\n          - b")]
    [InlineData("max-time: 99999999999")]
    public void Step_that_makes_no_sense_does_no_harm(string step)
    {
        PipelineFile file = PipelineFile.Parse($"pipelines:\n  default:\n    - step:\n        name: A\n        {step}\n");

        PipelineStep planned = Assert.Single(PipelinePlan.Make("{0}", file, PipelineSelector.Default, _ => null, name => name));

        Assert.Equal(("A", 120, null), (planned.Name, planned.MaxMinutes, planned.EnvironmentUuid));
    }

    [Theory]
    [InlineData("main", "main")]
    [InlineData("feature/login", "feature/*")]
    [InlineData("feature/a/b", "**")]
    [InlineData("hotfix", "{hotfix,patch}")]
    public void Branch_gets_the_first_pattern_that_fits(string branch, string pattern)
    {
        PipelineFile file = PipelineFile.Parse("pipelines:\n  branches:\n    main:\n    feature/*:\n    '{hotfix,patch}':\n    '**':\n");

        Assert.Equal(pattern, file.Choose(PipelineSelector.Branches, branch).Pattern);
    }

    [Fact]
    public void File_without_pipelines_is_an_error_and_one_that_is_too_hard_is_not()
    {
        Assert.NotNull(PipelineFile.Parse("Not what it should be").Problem);
        Assert.NotNull(PipelineFile.Parse("image: a").Problem);
        Assert.Null(PipelineFile.Parse("pipelines: {default: []}").Problem);
    }

    [Fact]
    public void Nothing_begins_after_a_command_that_fails()
    {
        PipelineFile file = PipelineFile.Parse(
            "pipelines:\n  default:\n    - step:\n        script:\n          - exit 1\n    - step:\n        script:\n          - echo never\n");

        IReadOnlyList<PipelineStep> steps = PipelinePlan.Make("{0}", file, PipelineSelector.Default, _ => null, name => name);

        Assert.Equal((true, null), (steps[0].Fails, steps[1].Start));
    }
}
