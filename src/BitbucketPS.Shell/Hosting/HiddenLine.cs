namespace BitbucketPS.Shell.Hosting;

/// <summary>Reads a line that nobody else should read off the screen.</summary>
internal static class HiddenLine
{
    public static string Read()
    {
        List<char> typed = [];
        while (true)
        {
            ConsoleKeyInfo key = Console.ReadKey(intercept: true);
            if (key.Key == ConsoleKey.Enter)
            {
                Console.Out.WriteLine();
                return new([.. typed]);
            }

            if (key.Key == ConsoleKey.Backspace && typed.Count > 0)
            {
                typed.RemoveAt(typed.Count - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Add(key.KeyChar);
            }
        }
    }
}
