using System.Management.Automation;
using System.Reflection;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Conventions;

/// <summary>What every cmdlet and every model keeps to, checked by reflection so that the next one does too.</summary>
public sealed class ModuleConventionTests : IDisposable
{
    private readonly ModuleRunspace _module = new();

    [Fact]
    public void Manifest_Exports_AreTheCmdletsOfTheAssembly()
    {
        string[] inAssembly = [.. Cmdlets().Select(NameOf).Order(StringComparer.Ordinal)];
        string[] exported = [.. Commands().Select(command => command.Name).Order(StringComparer.Ordinal)];

        Assert.Equal(inAssembly, exported);
        Assert.Equal(inAssembly, DeclaredCmdlets().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Manifest_AsAWhole_IsValid()
        => Assert.Equal(["BitbucketPS"], _module.Run("Test-ModuleManifest $manifest", ("manifest", Checkout.Manifest)).Texts("Name"));

    [Fact]
    public void Cmdlets_Names_AreApprovedVerbsAndSingularNouns()
    {
        string[] approved = [.. new[] { typeof(VerbsCommon), typeof(VerbsCommunications), typeof(VerbsData), typeof(VerbsDiagnostic), typeof(VerbsLifecycle), typeof(VerbsOther), typeof(VerbsSecurity) }
            .SelectMany(type => type.GetFields())
            .Select(field => (string)field.GetRawConstantValue()!)];
        Assert.All(Cmdlets(), cmdlet =>
        {
            CmdletAttribute attribute = cmdlet.GetCustomAttribute<CmdletAttribute>()!;
            Assert.Contains(attribute.VerbName, approved);
            Assert.StartsWith("Bitbucket", attribute.NounName, StringComparison.Ordinal);
            Assert.DoesNotMatch("(?<!s|Statu)s$", attribute.NounName);
            Assert.Equal($"{attribute.VerbName}{attribute.NounName}Command", cmdlet.Name);
            Assert.True(cmdlet.IsSealed);
        });
    }

    [Fact]
    public void Cmdlets_Each_DeclareWhatTheyWrite()
        => Assert.All(Cmdlets(), cmdlet => Assert.NotEmpty(cmdlet.GetCustomAttributes<OutputTypeAttribute>()));

    [Fact]
    public void Cmdlets_ThatChangeSomething_SupportShouldProcess()
    {
        Assert.All(Cmdlets().Where(cmdlet => VerbOf(cmdlet) is "New" or "Set" or "Remove" or "Invoke"), cmdlet =>
            Assert.True(cmdlet.GetCustomAttribute<CmdletAttribute>()!.SupportsShouldProcess));
        Assert.All(Cmdlets().Where(cmdlet => VerbOf(cmdlet) is "Remove"), cmdlet =>
            Assert.Equal(ConfirmImpact.High, cmdlet.GetCustomAttribute<CmdletAttribute>()!.ConfirmImpact));
    }

    [Fact]
    public void Cmdlets_RepositoriesAndBranches_Complete()
    {
        IEnumerable<PropertyInfo> live = Cmdlets()
            .SelectMany(cmdlet => cmdlet.GetProperties())
            .Where(property => property.GetCustomAttributes<ParameterAttribute>().Any())
            .Where(property => property.PropertyType.Name is "RepositoryIdentity");
        Assert.All(live, property => Assert.NotEmpty(property.GetCustomAttributes<ArgumentCompleterAttribute>()));
    }

    [Fact]
    public void Models_Properties_CannotBeSet()
        => Assert.All(Models().SelectMany(model => model.GetProperties()), property => Assert.True(
            property.SetMethod is not { IsPublic: true } setter || IsInit(setter),
            $"{property.DeclaringType}.{property.Name} can be set"));

    [Fact]
    public void Models_None_AreEnumerable()
        => Assert.All(Models(), model => Assert.False(typeof(System.Collections.IEnumerable).IsAssignableFrom(model), $"{model}"));

    [Fact]
    public void OutputTypes_OfCmdlets_HaveATableView()
    {
        string[] views = [.. Directory.GetFiles(Path.Combine(Checkout.Root, "module", "formats"), "*.Format.ps1xml")
            .SelectMany(file => System.Xml.Linq.XDocument.Load(file).Descendants("TypeName"))
            .Select(name => name.Value)];
        IEnumerable<string> types = Cmdlets()
            .SelectMany(cmdlet => cmdlet.GetCustomAttributes<OutputTypeAttribute>())
            .SelectMany(attribute => attribute.Type)
            .Select(type => type.Type?.FullName ?? "")
            .Where(name => name.StartsWith("BitbucketPS.", StringComparison.Ordinal));
        Assert.All(types, type => Assert.Contains(type, views));
    }

    [Fact]
    public void Manifest_FormatsToProcess_AreAllThatThereAre()
    {
        string[] files = [.. Directory.GetFiles(Path.Combine(Checkout.Root, "module", "formats")).Select(file => $"module/formats/{Path.GetFileName(file)}").Order(StringComparer.Ordinal)];
        string manifest = File.ReadAllText(Checkout.Manifest);
        Assert.Equal(files, System.Text.RegularExpressions.Regex.Matches(manifest, @"module/formats/[^']+", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Cmdlets_OperationsTheyUse_AreInTheCatalogue()
    {
        Type[] groups = [.. Assembly("BitbucketPS.Client").GetExportedTypes().Where(type => type.Namespace is "BitbucketPS.Operations")];
        string[] known = [.. groups.SelectMany(group => group.GetProperties(BindingFlags.Public | BindingFlags.Static)).Select(property => property.Name)];
        Assert.All(Cmdlets(), cmdlet => Assert.All(UsedBy(cmdlet), use =>
        {
            Assert.Contains(use.Name, known);
            Assert.All(use.Parameters, parameter => Assert.NotNull(cmdlet.GetProperty(parameter)));
        }));
    }

    [Fact]
    public void Client_Assembly_KnowsNothingOfPowerShell()
    {
        Assembly client = Assembly("BitbucketPS.Client");
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        Assert.All(client.GetReferencedAssemblies(), name => Assert.True(File.Exists(Path.Combine(runtime, $"{name.Name}.dll")), $"{name}"));
    }

    public void Dispose() => _module.Dispose();

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers()
        .Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));

    private static Assembly Assembly(string name)
        => AppDomain.CurrentDomain.GetAssemblies().Single(assembly => string.Equals(assembly.GetName().Name, name, StringComparison.Ordinal));

    private static IEnumerable<Type> Cmdlets()
        => Assembly("BitbucketPS").GetExportedTypes().Where(type => type.GetCustomAttribute<CmdletAttribute>() is not null);

    private static IEnumerable<Type> Models()
        => Assembly("BitbucketPS.Client").GetExportedTypes()
            .Where(type => type.Namespace is "BitbucketPS" && type.IsClass && type.GetMethod("<Clone>$") is not null);

    // The attribute is the module's own affair.
    private static IEnumerable<(string Name, IEnumerable<string> Parameters)> UsedBy(Type cmdlet)
        => cmdlet.GetCustomAttributesData()
            .Where(attribute => attribute.AttributeType.Name is "UsesOperationAttribute")
            .Select(attribute => (
                (string)attribute.ConstructorArguments[0].Value!,
                attribute.NamedArguments.Select(argument => (string)argument.TypedValue.Value!)));

    private static string VerbOf(Type cmdlet) => cmdlet.GetCustomAttribute<CmdletAttribute>()!.VerbName;

    private static string NameOf(Type cmdlet)
    {
        CmdletAttribute attribute = cmdlet.GetCustomAttribute<CmdletAttribute>()!;
        return $"{attribute.VerbName}-{attribute.NounName}";
    }

    private IEnumerable<CommandInfo> Commands()
        => _module.Run("Get-Command -Module BitbucketPS").Clean().Select(item => (CommandInfo)item.BaseObject);

    private string[] DeclaredCmdlets()
        => [.. _module.Run("(Test-ModuleManifest $manifest).ExportedCmdlets.Keys", ("manifest", Checkout.Manifest)).Clean().Select(item => (string)item.BaseObject)];
}
