using BitbucketPS.SignIn.Profiles;
using BitbucketPS.SignIn.TestProcess;

namespace BitbucketPS.SignIn.Tests.Profiles;

/// <summary>Writes that end after any number of bytes.</summary>
public sealed class CutWriteTests
{
    [Fact]
    public void StorageThatWritesInPlace_CutAnywhere_KeepsTheStateBefore()
    {
        FakeSlots storage = new();
        SlotPair pair = new(storage);
        SlotPairState state = pair.Write(pair.Read(beforeWrite: true), Document(1), twice: false);
        int length = SlotImage.Encode(2, Document(2)).Length;
        for (int cut = 0; cut < length; cut++)
        {
            storage.CutAt = cut;
            Assert.Throws<KilledException>(() => pair.Write(state, Document(2), twice: true));

            Assert.Equal(1, NumberIn(pair.Read(beforeWrite: true)));
        }

        storage.CutAt = null;
        pair.Write(pair.Read(beforeWrite: true), Document(2), twice: false);
        Assert.Equal(2, NumberIn(pair.Read(beforeWrite: false)));
    }

    [Fact]
    public void File_CutAnywhere_KeepsTheStateBeforeEvenAtTheFirstSave()
    {
        using TemporaryFolder folder = new();
        StoreFolder store = StoreFolder.Choose(folder.Store);
        store.Make();
        FileFormat whole = PlainFile.Format(static _ => { });
        int length = SlotImage.Encode(1, Document(1)).Length;
        for (int cut = 0; cut <= length; cut++)
        {
            SlotPair cutting = new(new FileSlots(store, whole with
            {
                Write = (path, data) =>
                {
                    whole.Write(path, data[..cut]);
                    throw new KilledException();
                },
            }));
            Assert.Throws<KilledException>(() => cutting.Write(cutting.Read(beforeWrite: true), Document(1), twice: false));

            Assert.True(cutting.Read(beforeWrite: true).IsEmpty);
        }

        SlotPair pair = new(new FileSlots(store, whole));
        pair.Write(pair.Read(beforeWrite: true), Document(1), twice: false);
        Assert.Equal(1, NumberIn(pair.Read(beforeWrite: false)));
    }

    [Fact]
    public void StorageThatLies_IsFoundOut()
    {
        FakeSlots storage = new() { IsForgetful = true };
        SlotPair pair = new(storage);

        BitbucketException e = Assert.Throws<BitbucketException>(() => pair.Write(pair.Read(beforeWrite: true), Document(1), twice: false));

        Assert.Equal(BitbucketErrorKind.ProfileStoreFailed, e.Kind);
        Assert.Contains("entry a", e.Message, StringComparison.Ordinal);
    }

    private static ProfileDocument Document(int number) => ProfileDocument.Empty.With(TestProfile.Make("one", number));

    private static int NumberIn(SlotPairState state) => TestProfile.NumberOf(state.Newest.Document.Profiles.Single());
}
