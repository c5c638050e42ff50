using System.Globalization;
using BitbucketPS.Benchmarks;

Arguments arguments = Arguments.Parse(args);
if (arguments.Error is not null)
{
    return Usage.Refuse(arguments.Error);
}

if (arguments.Benchmark is not { } benchmark)
{
    return Usage.Print();
}

if (arguments.Once)
{
    Console.WriteLine(benchmark.Measure().TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
    return ExitCodes.Kept;
}

return await Series.RunAsync(benchmark, arguments.Runs);
