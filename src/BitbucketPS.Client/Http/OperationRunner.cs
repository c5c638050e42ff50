using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using BitbucketPS.Operations;
using BitbucketPS.Paging;
using BitbucketPS.Trimming;

namespace BitbucketPS.Http;

/// <summary>Runs operations of the catalogue for the group clients: fills the path, adds the query, reads the answer.</summary>
internal sealed class OperationRunner(BitbucketConnection connection, IRequestObserver? observer)
{
    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider => connection.TimeProvider;

    public Task<T> GetAsync<T>(Operation operation, string[] path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        => CallAsync(new(operation, path), type, cancellationToken);

    /// <summary>Runs an operation and reads the JSON of its answer.</summary>
    public Task<T> CallAsync<T>(OperationCall call, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        => connection.ReadJsonAsync(Request(call), type, observer, cancellationToken);

    /// <summary>Runs an operation whose answer says no more than that it was done.</summary>
    public async Task CallAsync(OperationCall call, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await connection.SendAsync(Request(call), observer, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs an operation and reads its answer as the caller says; <paramref name="read"/> disposes it, and may be called again if it fails.</summary>
    public Task<T> CallAsync<T>(OperationCall call, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
        => connection.RunAsync(Request(call), (response, _, token) => read(response, token), observer, cancellationToken);

    /// <summary>Runs an operation and writes its answer to a stream, which is emptied first.</summary>
    /// <param name="call">The operation.</param>
    /// <param name="destination">Where to.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="check">Looks at the answer before it is written, and throws if it is not what is meant.</param>
    /// <returns>How many bytes it has.</returns>
    public Task<long> CopyAsync(
        OperationCall call, Stream destination, CancellationToken cancellationToken, Func<HttpResponseMessage, CancellationToken, Task>? check = null)
        => connection.RunAsync(
            Request(call),
            async (response, deadline, token) =>
            {
                await (check?.Invoke(response, token) ?? Task.CompletedTask).ConfigureAwait(false);
                return await BodyCopy.RunAsync(response, destination, deadline, token).ConfigureAwait(false);
            },
            observer,
            cancellationToken);

    public IAsyncEnumerable<T> ListAsync<T>(
        Operation operation,
        string[] path,
        QueryString query,
        JsonTypeInfo<Page<T>> type,
        ListOptions? options,
        CancellationToken cancellationToken)
        => ListAsync(new(operation, path) { Query = query }, content: null, type, options, cancellationToken);

    /// <summary>Reads a list.</summary>
    /// <param name="call">What is asked for.</param>
    /// <param name="content">Makes the body of the request for a page; null for none.</param>
    /// <param name="type">How a page is read.</param>
    /// <param name="options">How much of it; null for all.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public IAsyncEnumerable<T> ListAsync<T>(
        OperationCall call,
        Func<HttpContent>? content,
        JsonTypeInfo<Page<T>> type,
        ListOptions? options,
        CancellationToken cancellationToken)
    {
        QueryString query = call.Query ?? new();
        if (call.Operation.Paging != OperationPaging.None)
        {
            query.Add("pagelen", ListWindow.PageLength(options, call.Operation.PageLimit).ToString(CultureInfo.InvariantCulture));
        }

        query.Add("page", call.Operation.Paging == OperationPaging.ByNumber ? "1" : null);
        string? fields = connection.TrimsAnswers ? FieldTrim.Of(type.Options.GetTypeInfo(typeof(T))) : null;
        BitbucketRequest first = Request(call with { Query = query.Add(QueryString.Fields, fields) }) with { IsTrimmed = fields is not null };
        return PagedList.ReadAsync(new PageSource<T>(connection, first, type, observer) { Content = content }, options, cancellationToken);
    }

    public Task<TResult> SendAsync<TBody, TResult>(
        Operation operation,
        string[] path,
        TBody body,
        JsonTypeInfo<TBody> bodyType,
        JsonTypeInfo<TResult> resultType,
        CancellationToken cancellationToken)
        => CallAsync(new(operation, path) { Content = JsonBody.Write(body, bodyType) }, resultType, cancellationToken);

    public Task DeleteAsync(Operation operation, string[] path, CancellationToken cancellationToken)
        => DeleteAsync(new(operation, path), cancellationToken);

    /// <summary>Deletes something. A repeated attempt that finds nothing any more has done it the first time.</summary>
    public Task DeleteAsync(OperationCall call, CancellationToken cancellationToken)
        => connection.DeleteAsync(Request(call), observer, cancellationToken);

    private BitbucketRequest Request(OperationCall call)
    {
        Uri address = ServerAddress.Below(connection.BaseUri, $"/2.0{Expand(call.Operation, call.Path)}{call.Query}");
        return new(call.Operation.Method, address) { Operation = call.Operation, Content = call.Content, Accept = call.Accept };
    }

    private static string Expand(Operation operation, string[] path)
    {
        try
        {
            return operation.Expand(path);
        }
        catch (ArgumentException e)
        {
            // Behind the message stands the name of a parameter that only this code knows.
            throw new BitbucketException(BitbucketErrorKind.InvalidArgument, e.Message.Split(" (Parameter", 2)[0], e);
        }
    }
}
