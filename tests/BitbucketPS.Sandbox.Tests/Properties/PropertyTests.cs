namespace BitbucketPS.Sandbox.Tests;

public class PropertyTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Properties = "/2.0/repositories/demo/website/properties/app";

    [Fact]
    public async Task Names_that_differ_in_case_are_two_properties()
    {
        await sandbox.PutAsync(Properties + "/Colour", """{"value": "upper"}""");
        await sandbox.PutAsync(Properties + "/colour", """{"value": "lower"}""");

        string?[] values = [(string?)(await sandbox.GetAsync(Properties + "/Colour")).Json["value"], (string?)(await sandbox.GetAsync(Properties + "/colour")).Json["value"]];

        Assert.Equal(["upper", "lower"], values);
    }
}
