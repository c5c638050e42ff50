using System.Globalization;

namespace BitbucketPS.Benchmarks.Server;

/// <summary>Writes pages as Bitbucket does: <c>values</c>, <c>pagelen</c>, <c>size</c>, <c>page</c>, <c>next</c>.</summary>
/// <param name="size">Items of the whole list.</param>
/// <param name="address">The list's address, without a query.</param>
/// <param name="write">Adds the item of an index to an answer.</param>
internal sealed class ItemList(int size, string address, Action<ResponseBuffer, int> write)
{
    /// <summary>Writes a page that <see cref="PageQuery.IsWithin"/> the list.</summary>
    public void Write(ResponseBuffer answer, PageQuery query)
    {
        int end = Math.Min(size, query.First + query.Length);
        answer.Add("{\"values\":["u8);
        for (int index = query.First; index < end; index++)
        {
            if (index > query.First)
            {
                answer.Add(","u8);
            }

            write(answer, index);
        }

        string next = end < size ? $",\"next\":\"{address}?{query.Next}\"" : "";
        answer.Add(string.Create(CultureInfo.InvariantCulture, $"],\"pagelen\":{query.Length},\"size\":{size},\"page\":{query.Page}{next}}}"));
    }
}
