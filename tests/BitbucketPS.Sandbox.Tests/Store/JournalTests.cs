using System.Net;
using System.Reflection;
using System.Text;

namespace BitbucketPS.Sandbox.Tests;

public sealed class JournalTests : IDisposable
{
    private readonly DataFolderFixture _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Torn_end_is_left_out()
    {
        await WriteAsync("one", "two");
        byte[] whole = await File.ReadAllBytesAsync(_data.StateFile, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(_data.StateFile, whole[..^20], TestContext.Current.CancellationToken);

        await _data.RunAsync(async sandbox =>
        {
            Assert.Equal(HttpStatusCode.OK, (await sandbox.GetAsync("/2.0/repositories/demo/one")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await sandbox.GetAsync("/2.0/repositories/demo/two")).Status);
        });
    }

    [Fact]
    public async Task Damage_elsewhere_is_no_reason_to_forget()
    {
        await WriteAsync("one", "two");
        string text = await File.ReadAllTextAsync(_data.StateFile, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_data.StateFile, text.Replace("Slug\":\"one", "Slug\":\"0ne", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        Assert.Contains("is not as it was written", await _data.FailAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_lines_are_noticed()
    {
        await _data.RunAsync(_ => Task.CompletedTask);
        await _data.RunAsync(_ => Task.CompletedTask);
        string[] lines = await File.ReadAllLinesAsync(_data.StateFile, TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(_data.StateFile, lines[..1], TestContext.Current.CancellationToken);

        Assert.Contains("1 lines are missing", await _data.FailAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_that_cannot_be_written_to_is_named()
    {
        Directory.CreateDirectory(_data.StateFile);

        Assert.StartsWith($"The folder {_data.Path} cannot be used: ", await _data.FailAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kind_of_another_version_is_named()
    {
        await _data.RunAsync(_ => Task.CompletedTask);
        EntityChange change = new(new("Gadget", ""), "1", new Counter("1", 1));
        await File.AppendAllTextAsync(
            _data.StateFile, Encoding.UTF8.GetString(JournalLine.Write([change])), TestContext.Current.CancellationToken);

        Assert.Contains("kind Gadget", await _data.FailAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Next_start_begins_a_new_file()
    {
        await WriteAsync("one", "two");
        int before = (await File.ReadAllLinesAsync(_data.StateFile, TestContext.Current.CancellationToken)).Length;
        await _data.RunAsync(_ => Task.CompletedTask);
        int after = (await File.ReadAllLinesAsync(_data.StateFile, TestContext.Current.CancellationToken)).Length;

        Assert.True(after < before, $"{before} lines became {after}.");
    }

    [Fact]
    public void Every_entity_can_be_read_back()
    {
        string[] lost =
        [
            .. from type in EntityKinds.All.Values
               from property in type.GetProperties()
               where property.SetMethod is null && type.GetField($"<{property.Name}>k__BackingField", BindingFlags.NonPublic | BindingFlags.Instance) is not null
               select $"{type.Name}.{property.Name}",
        ];

        // These follow from the others.
        Assert.Equal(["Account.AccountId", "Account.Uuid", "Workspace.Uuid"], lost.Order(StringComparer.Ordinal));
        Assert.All(EntityKinds.All.Values, type => Assert.NotNull(EntityJson.Options.GetTypeInfo(type)));
    }

    private Task WriteAsync(params string[] slugs) => _data.RunAsync(async sandbox =>
    {
        foreach (string slug in slugs)
        {
            Assert.Equal(HttpStatusCode.OK, (await sandbox.PostAsync($"/2.0/repositories/demo/{slug}", "{}")).Status);
        }
    });
}
