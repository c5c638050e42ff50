using System.Net;

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

    [Fact]
    public async Task Property_of_others_is_read_and_not_written()
    {
        string[] places = ["/2.0/repositories/demo/docs", $"/2.0/users/{Uri.EscapeDataString(await sandbox.UuidAsync("demo"))}"];
        foreach (string property in places.Select(place => place + "/properties/app/mine"))
        {
            string stranger = sandbox.As("stranger");
            Answer made = await sandbox.PutAsync(property, """{"value": 1}""");
            Answer refused = await sandbox.SendAsync("PUT", property, stranger, SandboxFixture.Json("""{"value": 2}"""));
            Answer kept = await sandbox.SendAsync("DELETE", property, stranger);
            Answer seen = await sandbox.SendAsync("GET", property, stranger);

            Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (made.Status, refused.Status, kept.Status));
            Assert.Equal(1, (int?)seen.Json["value"]);
        }
    }
}
