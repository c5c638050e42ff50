namespace BitbucketPS.Sandbox;

/// <summary>Brings what happened to those who want to know.</summary>
internal sealed class EventBus
{
    private readonly List<Action<HookEvent>> _listeners = [];

    /// <summary>Has something called after a change is made and remembered, before the answer leaves; it must not take long.</summary>
    /// <remarks>To be called while the server is made, before anything happens.</remarks>
    public void Subscribe(Action<HookEvent> listener) => _listeners.Add(listener);

    public void Publish(IEnumerable<HookEvent> events)
    {
        foreach (HookEvent happened in events)
        {
            _listeners.ForEach(listener => listener(happened));
        }
    }
}
