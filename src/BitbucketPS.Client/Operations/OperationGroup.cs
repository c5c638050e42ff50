using System.Runtime.CompilerServices;

namespace BitbucketPS.Operations;

/// <summary>
/// Makes the operations of one group and remembers them, so that a row of the catalogue is written once.
/// It is filled by the static initialiser of its group and never after.
/// </summary>
/// <param name="end">What all operations of the group share, where they came to their end together.</param>
internal sealed class OperationGroup(OperationEnd end = default)
{
    private readonly List<Operation> _operations = [];

    public IReadOnlyList<Operation> All => field ??= _operations.AsReadOnly();

    // In each of these: the scopes and query names are separated by blanks; "!" after a query name marks a required one;
    // a page limit is given where it is not the usual one; the name is that of the member the row is assigned to.
    public Operation Get(
        string path,
        string scopes = "",
        string granular = "",
        OperationPaging paging = OperationPaging.None,
        int pageLimit = Operation.DefaultPageLimit,
        string query = "",
        OperationEnd end = default,
        [CallerMemberName] string name = "") =>
        Add(name, HttpMethod.Get, path, scopes, granular, query, end, paging, pageLimit);

    public Operation Post(
        string path,
        string scopes = "",
        string granular = "",
        OperationPaging paging = OperationPaging.None,
        string query = "",
        OperationEnd end = default,
        [CallerMemberName] string name = "") =>
        Add(name, HttpMethod.Post, path, scopes, granular, query, end, paging);

    public Operation Put(
        string path,
        string scopes = "",
        string granular = "",
        OperationEnd end = default,
        [CallerMemberName] string name = "") =>
        Add(name, HttpMethod.Put, path, scopes, granular, query: "", end);

    public Operation Delete(
        string path,
        string scopes = "",
        string granular = "",
        string query = "",
        OperationEnd end = default,
        [CallerMemberName] string name = "") =>
        Add(name, HttpMethod.Delete, path, scopes, granular, query, end);

    private Operation Add(
        string name,
        HttpMethod method,
        string path,
        string scopes,
        string granular,
        string query,
        OperationEnd ownEnd,
        OperationPaging paging = OperationPaging.None,
        int pageLimit = Operation.DefaultPageLimit)
    {
        string[] queryNames = Words(query);
        Operation operation = new(name, method, path, ownEnd == default ? end : ownEnd)
        {
            Scopes = [.. Words(scopes)],
            GranularScopes = [.. Words(granular)],
            Query = [.. queryNames.Select(queryName => queryName.TrimEnd('!'))],
            RequiredQuery = [.. queryNames.Where(queryName => queryName.EndsWith('!')).Select(queryName => queryName.TrimEnd('!'))],
            Paging = paging,
            PageLimit = paging == OperationPaging.None ? 0 : pageLimit,
        };
        _operations.Add(operation);

        return operation;
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
