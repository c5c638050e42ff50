using System.Diagnostics;
using System.Globalization;
using BitbucketPS.Profiles;

namespace BitbucketPS.SignIn.TestProcess;

/// <summary>What the process can be told to do with a store.</summary>
/// <param name="store">The store.</param>
/// <param name="report">Is told of steps that are done.</param>
internal sealed class StoreCommands(IProfileStore store, Action<string> report)
{
    private readonly Stack<IAsyncDisposable> _locks = [];

    /// <summary>Does it.</summary>
    /// <param name="command">What.</param>
    /// <param name="words">With what.</param>
    /// <returns>The answer.</returns>
    public Task<string> RunAsync(string command, string[] words) => command switch
    {
        "save" => SaveAsync(words[0], Number(words[1]), Number(words[2])),
        "saves" => RepeatAsync(Number(words[1]), i => store.SaveAsync(TestProfile.Make($"{words[0]}{i}", i, Number(words[2])), false, default)),
        "loop" => RepeatAsync(int.MaxValue, i => LoopAsync(words[0], i, Number(words[1]))),
        "count" => RepeatAsync(Number(words[1]), _ => store.UpdateAsync(words[0], TestProfile.Next, default)),
        "removes" => RepeatAsync(Number(words[1]), i => store.RemoveAsync($"{words[0]}{i}", default)),
        "default" => TextAsync(store.SetDefaultAsync(words[0], default)),
        "find" => FindAsync(words.Length > 0 ? words[0] : null),
        "list" => ListAsync(),
        "lock" => LockAsync(words[0]),
        "unlock" => UnlockAsync(),
        "shell" => ShellAsync(string.Join(' ', words)),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "No such command."),
    };

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static async Task<string> TextAsync(Task<bool> call) => (await call).ToString();

    private static async Task<string> RepeatAsync(int count, Func<int, Task> step)
    {
        for (int i = 0; i < count; i++)
        {
            await step(i);
        }

        return "";
    }

    // The answer is the exit code: what it prints is none of the tests' business.
    private static async Task<string> ShellAsync(string script)
    {
        using Process shell = Process.Start("sh", ["-c", $"({script}) >/dev/null 2>&1"]);
        await shell.WaitForExitAsync();
        return shell.ExitCode.ToString(CultureInfo.InvariantCulture);
    }

    private async Task<string> SaveAsync(string name, int number, int size)
    {
        await store.SaveAsync(TestProfile.Make(name, number, size), makeDefault: false, default);
        return "";
    }

    // Each larger than the one before, so that a mixture of two would show.
    private async Task LoopAsync(string name, int number, int size)
    {
        await store.SaveAsync(TestProfile.Make(name, number, size + number), makeDefault: false, default);
        report(number.ToString(CultureInfo.InvariantCulture));
    }

    private async Task<string> FindAsync(string? name)
        => await store.FindAsync(name, default) is SavedProfile profile ? $"{profile.Name} {TestProfile.NumberOf(profile)}" : "none";

    private async Task<string> ListAsync()
        => string.Join(' ', (await store.ListAsync(default)).Select(entry => $"{entry.Profile.Name}:{entry.Store}{(entry.IsDefault ? ":default" : "")}"));

    private async Task<string> LockAsync(string name)
    {
        _locks.Push(await store.LockAsync(name, default));
        return "";
    }

    private async Task<string> UnlockAsync()
    {
        await _locks.Pop().DisposeAsync();
        return "";
    }
}
