using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using BitbucketPS.Operations;
using BitbucketPS.Paging;
using BitbucketPS.Trimming;

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
        query.Add("pagelen", ListWindow.PageLength(options, operation.PageLimit).ToString(CultureInfo.InvariantCulture));
        query.Add("page", operation.Paging == OperationPaging.ByNumber ? "1" : null);
        string? fields = connection.TrimsAnswers ? FieldTrim.Of(type.Options.GetTypeInfo(typeof(T))) : null;
        BitbucketRequest first = Request(operation, path, query.Add(QueryString.Fields, fields)) with { IsTrimmed = fields is not null };
        return PagedList.ReadAsync(new PageSource<T>(connection, first, type, observer), options, cancellationToken);
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

    public Task DeleteAsync(Operation operation, string[] path, CancellationToken cancellationToken)
        => connection.DeleteAsync(Request(operation, path, query: null), observer, cancellationToken);

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
