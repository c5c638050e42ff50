namespace BitbucketPS.SignIn.Profiles;

/// <summary>All places that a change touches, locked.</summary>
internal sealed class OpenPlaces : IAsyncDisposable
{
    private readonly List<OpenPlace> _places = [];

    /// <summary>What the places hold; the protected one first, if it is reached.</summary>
    public ProfileSet Set => new([.. _places.Select(place => place.Document)]);

    /// <summary>The places that were damaged, as sentences.</summary>
    public IEnumerable<string> Damages => _places.Where(place => place.Damage is not null).Select(place => place.Damage!);

    /// <summary>The place where profiles are saved.</summary>
    public OpenPlace First => _places[0];

    /// <summary>Why the protected place is not among them; null if it is.</summary>
    public StoreUnreachableException? Obstacle { get; private set; }

    /// <summary>Opens the places. Always in the same order, so that two never wait for each other.</summary>
    /// <param name="protectedPlace">The protected one.</param>
    /// <param name="file">The plain file; null where it is forbidden.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<OpenPlaces> OpenAsync(ProfilePlace protectedPlace, ProfilePlace? file, CancellationToken cancellationToken)
    {
        OpenPlaces places = new();
        try
        {
            await places.OpenProtectedAsync(protectedPlace, file is null, cancellationToken).ConfigureAwait(false);
            if (file is not null)
            {
                places._places.Add(await StoreFailure.UnlessReachedAsync(file.OpenAsync(cancellationToken)).ConfigureAwait(false));
            }

            return places;
        }
        catch
        {
            await places.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Writes what a change of one profile changed.</summary>
    /// <param name="before">The state before it.</param>
    /// <param name="after">The state after it.</param>
    /// <param name="name">The profile's name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task WriteAsync(ProfileSet before, ProfileSet after, string name, CancellationToken cancellationToken)
    {
        foreach (int index in before.WritesTo(after, name))
        {
            await _places[index].WriteAsync(after.Documents[index], cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (OpenPlace place in _places)
        {
            await place.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task OpenProtectedAsync(ProfilePlace place, bool isRequired, CancellationToken cancellationToken)
    {
        try
        {
            _places.Add(await place.OpenAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (StoreUnreachableException e)
        {
            Obstacle = isRequired ? throw StoreFailure.ProtectionRequired(e.Message, e) : e;
        }
    }
}
