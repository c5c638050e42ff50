using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The pipelines of the demo, and what they are set up with.</summary>
internal static class SeedPipelines
{
    private const string Definition =
        """
        image: dotnet-sdk:10

        pipelines:
          default:
            - step:
                name: Build and test
                script:
                  - dotnet build
                  - dotnet test
          branches:
            main:
              - step:
                  name: Build and test
                  script:
                    - dotnet build
                    - dotnet test
              - parallel:
                  - step:
                      name: Check the format
                      script:
                        - dotnet format --verify-no-changes
                  - step:
                      name: Deploy to Test
                      deployment: Test
                      script:
                        - echo "Deploying to Test"
              - step:
                  name: Deploy to Staging
                  deployment: Staging
                  script:
                    - echo "Deploying to Staging"
          custom:
            nightly:
              - step:
                  name: Long tests
                  script:
                    - dotnet test --filter Long
            release:
              - step:
                  name: Pack
                  script:
                    - dotnet pack
              - step:
                  name: Deploy to Production
                  deployment: Production
                  trigger: manual
                  script:
                    - echo "Deploying to Production"

        """;

    private static readonly string[] s_environments = ["Test", "Staging", "Production"];

    /// <summary>The file as a commit has it; each commit changes it a little.</summary>
    /// <param name="remark">What the commit says.</param>
    public static string ContentOf(string remark)
        => Definition + string.Concat(remark.TrimEnd('\n').Split('\n').Select(line => $"# {line}".TrimEnd() + "\n"));

    /// <summary>Remembers them, if the demo is there.</summary>
    public static async Task RememberAsync(World world, CancellationToken cancellationToken)
    {
        Data data = world.Data;
        if (world.FindRepository(SeedCatalogue.Demo.Slug, "api") is not { } api || world.FindRepository(SeedCatalogue.Demo.Slug, "website") is not { } website)
        {
            return;
        }

        data.Put(new PipelineSettings { IsEnabled = true }, api.Uuid);
        data.Put(new PipelineSettings { IsEnabled = true }, website.Uuid);

        data.PutNew([.. s_environments.Select((name, i) => Environment(api, name, i))], EnvironmentCollection.Items.KeyOf(api.Uuid));
        data.Put(Variable("DEPLOY_REGION", "north", isSecured: false), VariableCollections.OfRepository.KeyOf(api.Uuid));
        data.Put(Variable("DEPLOY_PASSWORD", "made up for the demo", isSecured: true), VariableCollections.OfRepository.KeyOf(api.Uuid));
        data.Put(Variable("LOG_LEVEL", "info", isSecured: false), VariableCollections.OfWorkspace.KeyOf(SeedCatalogue.Demo.Uuid));
        if (await api.Git.FindBranchAsync(SeedHistory.MainBranch, cancellationToken) is { } main)
        {
            RememberRuns(data, api, main);
        }
    }

    private static void RememberRuns(Data data, HostedRepository api, GitBranch main)
    {
        PipelineFile file = PipelineFile.Parse(Definition);
        (string Result, Account Person)[] runs =
        [
            (StepRun.Successful, SeedPeople.All[1]), (StepRun.Failed, SeedPeople.All[2]), (StepRun.Stopped, SeedPeople.Demo), (StepRun.Successful, SeedPeople.Demo),
        ];
        for (int i = 0; i < runs.Length; i++)
        {
            (string result, Account person) = runs[i];
            PipelineSelector selector = file.Choose(PipelineSelector.Branches, main.Name);
            PipelineTarget target = new(PipelineTarget.OfRef, main.Target.Hash, selector) { RefType = "branch", RefName = main.Name };
            PipelineStart start = new(api, target, file)
            {
                Uuid = StableId.Uuid("pipeline", FormattableString.Invariant($"demo/api/{i + 1}")),
                CreatorUuid = person.Uuid,
                CreatedOn = SeedHistory.LastDay.AddHours(i - runs.Length),
                Variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["SANDBOX_RESULT"] = result },
            };
            Pipeline pipeline = start.ToPipeline() with { HasVariables = false };
            bool isStopped = result is StepRun.Stopped;
            PipelineBook.Add(data, api, isStopped ? pipeline with { StoppedOn = pipeline.CreatedOn.AddSeconds(10), StoppedBy = person.Uuid } : pipeline);
            data.Put(CacheCollection.Make(pipeline, pipeline.Steps[0], "dotnetcore", "~/.nuget/packages"), CacheCollection.Items.KeyOf(api.Uuid));
        }
    }

    private static Item Environment(HostedRepository api, string name, int rank)
        => new(PipelineStart.UuidOfNewEnvironment(api, name), EnvironmentCollection.NewContent(name, rank), api.CreatedOn, api.CreatedOn);

    private static Item Variable(string key, string value, bool isSecured) => new(
        StableId.Uuid("variable", key),
        new JsonObject { ["key"] = key, ["value"] = value, ["secured"] = isSecured },
        SeedHistory.FirstDay,
        SeedHistory.FirstDay);
}
