using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal;

namespace BitbucketPS.Shell.Hosting;

/// <summary>The console's size and colours. What only full-screen programs need is not here.</summary>
internal sealed class ConsoleRawUserInterface : PSHostRawUserInterface
{
    // What tables are laid out for where the output goes to a file.
    private const int RedirectedWidth = 120;

    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    public override Size BufferSize
    {
        get => new(Width(), 3000);
        set => throw Unsupported();
    }

    public override Size WindowSize
    {
        get => new(Width(), Console.IsOutputRedirected ? 50 : Math.Max(Console.WindowHeight, 1));
        set => throw Unsupported();
    }

    public override Size MaxWindowSize => WindowSize;

    public override Size MaxPhysicalWindowSize => WindowSize;

    public override Coordinates CursorPosition { get; set; }

    public override Coordinates WindowPosition { get; set; }

    public override int CursorSize { get; set; } = 25;

    public override string WindowTitle { get; set; } = "BitbucketPS";

    public override bool KeyAvailable => !Console.IsInputRedirected && Console.KeyAvailable;

    public override int LengthInBufferCells(char source) => CellWidth.Of(source);

    public override int LengthInBufferCells(string source) => LengthInBufferCells(source, 0);

    public override int LengthInBufferCells(string source, int offset)
        => CellWidth.Of(new StringDecorated(source[offset..]).ToString(OutputRendering.PlainText));

    public override KeyInfo ReadKey(ReadKeyOptions options)
    {
        ConsoleKeyInfo key = Console.ReadKey(intercept: options.HasFlag(ReadKeyOptions.NoEcho));
        return new((int)key.Key, key.KeyChar, controlKeyState: default, keyDown: true);
    }

    public override void FlushInputBuffer()
    {
        while (KeyAvailable)
        {
            Console.ReadKey(intercept: true);
        }
    }

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw Unsupported();

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill)
        => throw Unsupported();

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) => throw Unsupported();

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw Unsupported();

    private static int Width() => Console.IsOutputRedirected ? RedirectedWidth : Math.Max(Console.WindowWidth, 20);

    private static NotSupportedException Unsupported() => new("This host writes lines; it has no screen buffer.");
}
