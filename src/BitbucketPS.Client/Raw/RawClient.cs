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

    /// <summary>Sends a request and writes the body of its answer to a stream, however long it is.</summary>
    /// <param name="request">The request.</param>
    /// <param name="destination">
    /// Where to; it is emptied first, and again if the answer breaks off and is asked for anew, so that it has to be one that can seek.
    /// </param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="BitbucketException">The path leads to another server; the answer is an error, breaks off, stands still, or cannot be written.</exception>
    public Task CopyToAsync(RawRequest request, Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(destination);
        return _connection.RunAsync(
            Resolve(request),
            (response, deadline, token) => BodyCopy.RunAsync(response, destination, deadline, token),
            _observer,
            cancellationToken);
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
            new PageSource<JsonElement?>(
                _connection,
                first with { Address = FirstPage(first, options) },
                BitbucketJson.Default.PageNullableJsonElement,
                _observer),
            options,
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

    private static Uri FirstPage(BitbucketRequest request, ListOptions? options)
    {
        string query = request.Address.Query.TrimStart('?');
        if (request.Operation is not { IsPaged: true } operation)
        {
            return request.Address;
        }

        string length = ListWindow.PageLength(options, operation.PageLimit).ToString(CultureInfo.InvariantCulture);
        string[] pairs = [query, Missing(query, "pagelen", length), operation.Paging == OperationPaging.ByNumber ? Missing(query, "page", "1") : ""];
        return new UriBuilder(request.Address) { Query = string.Join('&', pairs.Where(pair => pair.Length > 0)) }.Uri;
    }

    private static string Missing(string query, string name, string value)
        => $"&{query}".Contains($"&{name}=", StringComparison.Ordinal) ? "" : $"{name}={value}";
}
