namespace BitbucketPS.Sandbox;

/// <summary>The operation that writes files in one commit.</summary>
internal static class SourceWriteOperation
{
    public static async Task<ApiAnswer> RunAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository(AccessLevel.Write);
        SourceForm form = await SourceForm.ReadAsync(call.Http.Request, takesFileNames: false, call.CancellationToken);
        string branch = Value(call, form, "branch") ?? await repository.Git.ReadMainBranchAsync(call.CancellationToken);
        if (!await GitRepository.IsBranchNameAsync(branch, call.CancellationToken))
        {
            throw ApiErrors.BadField("branch", $"\"{branch}\" is not a valid branch name.");
        }

        RestrictedBranches.RequirePush(call, repository, branch);
        string? head = (await repository.Git.FindBranchAsync(branch, call.CancellationToken))?.Target.Hash;
        string? parent = await ReadParentAsync(call, repository, form, head);
        IReadOnlyList<GitFileWrite> writes = form.Writes;
        await RequireValidAsync(call, repository, parent, writes);
        GitIdentity committer = new(call.RequireAccount().DisplayName, call.RequireAccount().Email, call.Now);
        string hash = await repository.Git.WriteFilesAsync(
            parent, writes, ReadAuthor(Value(call, form, "author"), committer), committer, Value(call, form, "message") ?? Describe(writes), call.CancellationToken);
        bool isMoved = head is null
            ? await repository.Git.CreateBranchAsync(branch, hash, call.CancellationToken) is RefCreation.Created
            : await repository.Git.MoveBranchAsync(branch, hash, head, call.CancellationToken);
        if (!isMoved)
        {
            throw new ApiException(409, $"Branch \"{branch}\" changed meanwhile, or cannot be made.");
        }

        await MainBranch.SettleAsync(repository.Git, [branch]);
        call.World.Touch(repository, call.Now);
        return new ApiAnswer(201, Body: null).With("Location", $"{call.Links.Origin}/2.0/repositories/{repository.FullName}/commit/{hash}");
    }

    // Everything but the files may stand in the query as well.
    private static string? Value(ApiCall call, SourceForm form, string name) => form[name] ?? call.Query[name];

    private static GitIdentity ReadAuthor(string? text, GitIdentity committer)
    {
        if (text is null)
        {
            return committer;
        }

        return text.Split('<', '>') is [string name, { Length: > 0 } email, ""] && text[name.Length] is '<' && name.Trim().Length > 0
            ? committer with { Name = name.Trim(), Email = email }
            : throw ApiErrors.BadField("author", "expected a name and an address: Asha Rao <asha@example.org>");
    }

    private static async Task<string?> ReadParentAsync(ApiCall call, HostedRepository repository, SourceForm form, string? head)
    {
        if (Value(call, form, "parents") is not { } text)
        {
            // A branch that is new grows from the main branch.
            return head ?? await repository.Git.ResolveAsync("HEAD", call.CancellationToken);
        }

        string parent = await repository.Git.ResolveHashAsync(text, call.CancellationToken)
            ?? throw ApiErrors.BadField("parents", $"\"{text}\" is no commit.");
        return head is null || string.Equals(parent, head, StringComparison.Ordinal)
            ? parent
            : throw new ApiException(409, "The parent is not the head of the branch: somebody else has written to it.");
    }

    private static async Task RequireValidAsync(ApiCall call, HostedRepository repository, string? parent, IReadOnlyList<GitFileWrite> writes)
    {
        if (writes.Count == 0)
        {
            throw new ApiException(400, "There is nothing to commit: no file is given.");
        }

        foreach (GitFileWrite write in writes)
        {
            if (!GitPath.IsOfFile(write.Path))
            {
                throw ApiErrors.BadField(write.Path, "is no path of a file");
            }

            if (write.Content is null && (parent is null || await repository.Git.FindEntryAsync(parent, write.Path, call.CancellationToken) is not { IsFolder: false }))
            {
                throw ApiErrors.BadField("files", $"There is no file {write.Path} to delete.");
            }
        }
    }

    private static string Describe(IReadOnlyList<GitFileWrite> writes)
        => writes.Count == 1
            ? $"{writes[0].Path} {(writes[0].Content is null ? "deleted" : "edited")} online with Bitbucket"
            : "Edited online with Bitbucket";
}
