using System.Globalization;
using System.Text.Json;
using BitbucketPS.Http;
using BitbucketPS.Json;
using BitbucketPS.Operations;
using BitbucketPS.Paging;

namespace BitbucketPS;

/// <summary>Any request to the API, signed and checked like all others.</summary>
public sealed class RawClient
{
    private readonly BitbucketConnection _connection;
    private readonly IRequestObserver? _observer;

    internal RawClient(BitbucketConnection connection, IRequestObserver? observer)
    {
        _connection = connection;
        _observer = observer;
    }

    /// <summary>Sends a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The answer, with a status of success; to be disposed by the caller.</returns>
    /// <exception cref="BitbucketException">The path leads to another server, or the answer is an error.</exception>
    public Task<HttpResponseMessage> SendAsync(RawRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _connection.SendAsync(Resolve(request), _observer, cancellationToken);
    }

    /// <summary>Sends a request and reads its answer as text.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The answer, with a status of success.</returns>
    /// <exception cref="BitbucketException">The path leads to another server, the answer is an error, or does not come in time.</exception>
    public Task<RawAnswer> ReadTextAsync(RawRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _connection.ReadTextAsync(Resolve(request), _observer, cancellationToken);
    }

    /// <summary>Sends a GET and follows its pages.</summary>
    /// <param name="request">The request; unless its query has a <c>pagelen</c>, the operation's largest is asked for.</param>
    /// <param name="options">How much of the list; null for all of it.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    /// <returns>The items of all pages.</returns>
    /// <exception cref="BitbucketException">The path leads to another server, or an answer is an error or no page.</exception>
    public IAsyncEnumerable<JsonElement?> ListAsync(RawRequest request, ListOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        BitbucketRequest first = Resolve(request) with { Accept = MediaTypes.Json };
        return PagedList.ReadAsync(
            _connection,
            first with { Address = WithPageLength(first, options?.PageLength) },
            BitbucketJson.Default.PageNullableJsonElement,
            _observer,
            cancellationToken);
    }

    private BitbucketRequest Resolve(RawRequest request)
    {
        Uri address = RawAddress.Resolve(_connection.BaseUri, request.Path);
        return new(request.Method, address)
        {
            Content = request.Content,
            Accept = request.Accept,
            Operation = OperationCatalogue.Find(request.Method, RawAddress.PathBelow(_connection.BaseUri, address)),
        };
    }

    private static Uri WithPageLength(BitbucketRequest request, int? pageLength)
    {
        string query = request.Address.Query;
        if (request.Operation is not { IsPaged: true } operation
            || query.Contains("pagelen=", StringComparison.Ordinal))
        {
            return request.Address;
        }

        string length = string.Create(CultureInfo.InvariantCulture, $"pagelen={Math.Min(pageLength ?? operation.PageLimit, operation.PageLimit)}");
        return new UriBuilder(request.Address) { Query = query.Length > 1 ? $"{query[1..]}&{length}" : length }.Uri;
    }
}
