using System.Globalization;
using BitbucketPS.Benchmarks;
using BitbucketPS.Benchmarks.Contenders;
using BitbucketPS.Benchmarks.DotNet;
using BitbucketPS.Benchmarks.Server;

switch (args)
{
    case [Arguments.Serve]:
        return await LoopbackServer.ServeAsync();
    case [Arguments.Contend, string name, string server]:
        return await ContenderLoop.RunAsync(name, new(server));
    case [Arguments.DotNet, .. string[] rest]:
        return DotNetRunner.Run(rest);
}

Arguments arguments = Arguments.Parse(args);
if (arguments.Error is not null)
{
    return Usage.Refuse(arguments.Error);
}

if (arguments.Trial is { } trial)
{
    return await trial.RunAsync(arguments.Options);
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
