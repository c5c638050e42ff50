using System.Text;
using Microsoft.AspNetCore.Http;

namespace BitbucketPS.Sandbox.Tests;

public class PushCommandsTests
{
    private const string Zeros = "0000000000000000000000000000000000000000";
    private const string Hash = "AAAAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    [Fact]
    public async Task Commands_are_read_and_the_body_stays_whole()
    {
        string text = Line($"{Zeros} {Hash} refs/heads/größe\0 report-status side-band-64k") + Line($"{Hash} {Zeros} refs/tags/v1\n") + "0000PACK";
        GitRequestBody body = Body(text);

        PushCommands commands = await PushCommands.ReadAsync(body);

        Assert.Equal(["größe", null], commands.All.Select(command => command.BranchName));
        Assert.Equal([false, true], commands.All.Select(command => command.IsDeletion));
        Assert.Equal(["report-status", "side-band-64k"], commands.Capabilities);
        using MemoryStream passedOn = new();
        await body.CopyToAsync(passedOn);
        Assert.Equal(text, Encoding.UTF8.GetString(passedOn.ToArray()));
    }

    [Theory]
    [InlineData("0001")]
    [InlineData("zzzz")]
    [InlineData("ffff")]
    [InlineData("00")]
    [InlineData("")]
    public async Task What_follows_is_no_command_and_what_came_before_still_is(string rest)
    {
        PushCommands commands = await PushCommands.ReadAsync(Body(Line($"{Zeros} {Hash} refs/heads/main") + rest));

        Assert.Equal("main", Assert.Single(commands.All).BranchName);
    }

    private static string Line(string text) => $"{Encoding.UTF8.GetByteCount(text) + 4:x4}{text}";

    private static GitRequestBody Body(string text)
    {
        DefaultHttpContext http = new();
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return new(http.Request);
    }
}
