using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>When the program ends, and by which file it is found until then.</summary>
public sealed class LifeTests : IDisposable
{
    private readonly DirectoryInfo _temporary = Directory.CreateTempSubdirectory("sandbox-tests-");

    private string Registry => SandboxProcess.RegistryOf(_temporary.FullName);

    public void Dispose() => _temporary.Delete(recursive: true);

    [Fact]
    public async Task Held_sandbox_outlives_its_standard_input_and_ends_with_the_lease()
    {
        using SandboxProcess process = Start("--announce-json", "--exit-with-stdin");
        (Uri address, string secret) = await AnnouncedAsync(process);
        OpenLease lease = await OpenLease.TakeAsync(address, secret);
        process.CloseInput();

        // A second one after the end of the input: nothing but leases keeps it.
        using (OpenLease second = await OpenLease.TakeAsync(address, secret))
        {
            lease.Dispose();
            Assert.NotEmpty(second.Id);
        }

        (int exitCode, string _, string error) = await process.EndAsync();

        Assert.Equal((0, ""), (exitCode, error));
        AssertNothingLeft();
    }

    [Theory]
    [InlineData("--exit-with-stdin")]
    [InlineData("--announce-json")]
    public async Task Stop_ends_it_cleanly(string argument)
    {
        using SandboxProcess process = Start("--announce-json", argument);
        (Uri address, string secret) = await AnnouncedAsync(process);
        using OpenLease lease = await OpenLease.TakeAsync(address, secret);
        using HttpClient http = new() { BaseAddress = address };
        http.DefaultRequestHeaders.Add("X-Sandbox-Secret", secret);
        using HttpResponseMessage answer = await http.PostAsync(
            new Uri("/_sandbox/stop", UriKind.Relative), content: null, TestContext.Current.CancellationToken);

        (int exitCode, string _, string error) = await process.EndAsync();

        Assert.Equal((202, 0, ""), ((int)answer.StatusCode, exitCode, error));
        AssertNothingLeft();
    }

    [Fact]
    public async Task File_for_others_holds_what_they_need_and_no_token()
    {
        using SandboxProcess process = Start("--announce-json", "--exit-with-stdin");
        JsonNode announcement = JsonNode.Parse((await process.ReadLineAsync())!)!;
        FileInfo file = Assert.Single(new DirectoryInfo(Registry).GetFiles());
        JsonNode found = JsonNode.Parse(await File.ReadAllTextAsync(file.FullName, TestContext.Current.CancellationToken))!;

        Assert.Equal(
            ["baseUri", "consumerKey", "consumerSecret", "controlSecret", "dataDirectory", "machine", "processId", "startedOn", "workspace"],
            found.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal));
        Assert.All(found.AsObject(), member => Assert.Equal(announcement[member.Key]?.ToJsonString(), member.Value?.ToJsonString()));
        Assert.Equal(process.Id, (int)found["processId"]!);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode);
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, file.Directory!.UnixFileMode);
        }
    }

    [Fact]
    public async Task Folder_that_others_may_look_into_gets_no_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There the folder of the user has rights of its own.");
        DirectoryInfo folder = Directory.CreateDirectory(Registry);
        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode |= UnixFileMode.OtherExecute;
        }

        using SandboxProcess process = Start("--announce-json", "--exit-with-stdin");
        await AnnouncedAsync(process);
        process.CloseInput();

        (int exitCode, string _, string error) = await process.EndAsync();

        Assert.Equal(0, exitCode);
        Assert.Contains(Registry, error, StringComparison.Ordinal);
        AssertNothingLeft();
    }

    [Fact]
    public async Task Terminal_that_closes_leaves_one_that_another_program_holds()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows ends the processes of a console that is closed.");
        using SandboxProcess process = Start("--announce-json", "--exit-with-stdin");
        (Uri address, string secret) = await AnnouncedAsync(process);
        using (OpenLease first = await OpenLease.TakeAsync(address, secret))
        {
            using Process kill = Process.Start("kill", ["-HUP", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
            process.CloseInput();

            // Signals are answered on a thread of their own; the second lease is asked for after it was sent.
            using OpenLease second = await OpenLease.TakeAsync(address, secret);
            Assert.NotEqual(first.Id, second.Id);
        }

        Assert.Equal(0, (await process.EndAsync()).ExitCode);
        AssertNothingLeft();
    }

    private static async Task<(Uri Address, string Secret)> AnnouncedAsync(SandboxProcess process)
    {
        JsonNode announcement = JsonNode.Parse((await process.ReadLineAsync())!)!;
        return (new((string)announcement["baseUri"]!), (string)announcement["controlSecret"]!);
    }

    private void AssertNothingLeft()
    {
        Assert.Empty(_temporary.EnumerateFileSystemInfos("bitbucket-sandbox-*"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Registry));
    }

    private SandboxProcess Start(params string[] arguments) => new(_temporary.FullName, arguments);
}
