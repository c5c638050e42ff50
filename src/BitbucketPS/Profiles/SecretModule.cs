using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace BitbucketPS.Profiles;

/// <summary>Microsoft.PowerShell.SecretManagement as it is loaded in one runspace. Used on that runspace's thread only.</summary>
internal sealed class SecretModule
{
    /// <summary>Its name.</summary>
    public const string Name = "Microsoft.PowerShell.SecretManagement";

    private static readonly string[] s_preferences = ["WhatIf", "Confirm"];

    private readonly Func<PowerShell> _shell;
    private readonly PSModuleInfo _module;
    private readonly ArrayList? _errors;

    private SecretModule(Func<PowerShell> shell, PSModuleInfo module, ArrayList? errors)
    {
        _shell = shell;
        _module = module;
        _errors = errors;
    }

    /// <summary>Where it was loaded from.</summary>
    public string Path => _module.Path;

    /// <summary>Finds it among the loaded modules.</summary>
    /// <param name="shell">Makes an empty pipeline of the runspace.</param>
    /// <param name="errors">A person's list of errors, which failures in here are not for.</param>
    /// <returns>The module; null if it is not loaded.</returns>
    public static SecretModule? Find(Func<PowerShell> shell, ArrayList? errors = null)
    {
        using PowerShell get = shell();
        PSModuleInfo? module = get.AddCommand(@"Microsoft.PowerShell.Core\Get-Module").AddParameter("Name", Name)
            .Invoke<PSModuleInfo>()
            .MaxBy(candidate => candidate.Version);
        return module is null ? null : new(shell, module, errors);
    }

    /// <summary>The registered vaults.</summary>
    /// <exception cref="BitbucketException">They cannot be read.</exception>
    public IReadOnlyList<string> VaultNames()
    {
        try
        {
            IEnumerable<string> names = Invoke("Get-SecretVault").Select(vault => vault.Properties["Name"]?.Value?.ToString()).OfType<string>();
            return [.. names.Order(StringComparer.OrdinalIgnoreCase)];
        }
        catch (RuntimeException e) when (e is not PipelineStoppedException)
        {
            throw VaultErrors.NoRegistry(e.ErrorRecord);
        }
    }

    /// <summary>
    /// Runs a command of the module. It is called as the module's, so that nobody's function of the same name is
    /// handed a secret, and all that it says beside its result is dropped.
    /// </summary>
    /// <exception cref="RuntimeException">It failed.</exception>
    /// <exception cref="PipelineStoppedException">The pipeline is being stopped, and its cmdlet may not know yet.</exception>
    public IReadOnlyList<PSObject> Invoke(string command, params (string Name, object Value)[] parameters)
    {
        object?[]? errors = _errors?.ToArray();
        using PowerShell shell = _shell();
        try
        {
            Add(shell, command, parameters);
            return shell.Invoke();
        }
        catch (Exception e) when (e is InvalidOperationException or InvalidRunspaceStateException)
        {
            throw new RuntimeException(e.Message, e);
        }
        finally
        {
            Restore(errors);
        }
    }

    private void Add(PowerShell shell, string name, (string Name, object Value)[] parameters)
    {
        CommandInfo command = _module.ExportedCommands.TryGetValue(name, out CommandInfo? found)
            ? found
            : throw new CommandNotFoundException($"{Name} has no {name}.");

        // In a scope of its own: without one, a command that is a function does not find the rest of its module.
        shell.AddCommand($@"{Name}\{name}", useLocalScope: true)
            .AddParameter("ErrorAction", ActionPreference.Stop)
            .AddParameter("WarningAction", ActionPreference.SilentlyContinue)
            .AddParameter("InformationAction", ActionPreference.Ignore)
            .AddParameter("Verbose", value: false)
            .AddParameter("Debug", value: false);

        // The person was asked by our own cmdlet. Their preferences must not turn a write into a question or a pretence.
        foreach (string preference in s_preferences.Where(command.Parameters.ContainsKey))
        {
            shell.AddParameter(preference, value: false);
        }

        foreach ((string parameter, object value) in parameters)
        {
            shell.AddParameter(parameter, value);
        }
    }

    private void Restore(object?[]? errors)
    {
        if (errors is not null)
        {
            _errors!.Clear();
            _errors.AddRange(errors);
        }
    }
}
