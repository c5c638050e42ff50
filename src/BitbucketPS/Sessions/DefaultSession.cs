using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace BitbucketPS;

/// <summary>The session that Connect-Bitbucket opened, one for each runspace: two runspaces never switch accounts under each other.</summary>
internal static class DefaultSession
{
    private static readonly ConditionalWeakTable<Runspace, BitbucketSession> s_sessions = [];

    /// <summary>The session of this runspace; null if there is none. Only the engine's threads have a runspace.</summary>
    public static BitbucketSession? Current
        => Runspace.DefaultRunspace is { } runspace && s_sessions.TryGetValue(runspace, out BitbucketSession? session) ? session : null;

    /// <summary>Makes a session the one of this runspace. The one before it stays open: a script may have kept it in a variable.</summary>
    public static void Set(BitbucketSession session) => s_sessions.AddOrUpdate(Runspace.DefaultRunspace, session);

    /// <summary>Forgets a session, if it is the one of this runspace.</summary>
    public static void Forget(BitbucketSession session)
    {
        if (Current == session)
        {
            s_sessions.Remove(Runspace.DefaultRunspace);
        }
    }

    /// <summary>Closes the session of this runspace; the module is being removed from it, and may be used in others.</summary>
    public static void Close()
    {
        if (Current is { } session)
        {
            Forget(session);
            session.Close();
        }
    }
}
