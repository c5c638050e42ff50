using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using BitbucketPS.Operations;
using BitbucketPS.Paging;

namespace BitbucketPS.Http;

/// <summary>Runs operations of the catalogue for the group clients: fills the path, adds the query, reads the answer.</summary>
internal sealed class OperationRunner(BitbucketConnection connection, IRequestObserver? observer)
{
    public Task<T> GetAsync<T>(Operation operation, string[] path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        => connection.ReadJsonAsync(Request(operation, path, query: null), type, observer, cancellationToken);

    public IAsyncEnumerable<T> ListAsync<T>(
        Operation operation,
        string[] path,
        QueryString query,
        JsonTypeInfo<Page<T>> type,
        ListOptions? options,
        CancellationToken cancellationToken)
    {
        int length = Math.Min(options?.PageLength ?? operation.PageLimit, operation.PageLimit);
        query.Add("pagelen", length.ToString(CultureInfo.InvariantCulture));
        return PagedList.ReadAsync(connection, Request(operation, path, query), type, observer, cancellationToken);
    }

    public Task<TResult> SendAsync<TBody, TResult>(
        Operation operation,
        string[] path,
        TBody body,
        JsonTypeInfo<TBody> bodyType,
        JsonTypeInfo<TResult> resultType,
        CancellationToken cancellationToken)
    {
        BitbucketRequest request = Request(operation, path, query: null) with { Content = JsonBody.Write(body, bodyType) };
        return connection.ReadJsonAsync(request, resultType, observer, cancellationToken);
    }

    public async Task DeleteAsync(Operation operation, string[] path, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await connection
            .SendAsync(Request(operation, path, query: null), observer, cancellationToken)
            .ConfigureAwait(false);
    }

    private BitbucketRequest Request(Operation operation, string[] path, QueryString? query)
    {
        Uri address = ServerAddress.Below(connection.BaseUri, $"/2.0{Expand(operation, path)}{query}");
        return new(operation.Method, address) { Operation = operation };
    }

    private static string Expand(Operation operation, string[] path)
    {
        try
        {
            return operation.Expand(path);
        }
        catch (ArgumentException e)
        {
            throw new BitbucketException(BitbucketErrorKind.InvalidArgument, e.Message, e);
        }
    }
}
