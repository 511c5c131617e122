using CloudMart.Support.Core.Staff;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Conformance;

/// <summary>What every audit log must do.</summary>
public abstract class StaffAuditConformance(StoreUnderTest store)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Entries_are_listed_newest_first_in_pages_that_miss_and_repeat_none()
    {
        var staff = $"staff-{Guid.NewGuid():N}";
        var now = store.Clock.GetUtcNow();
        AuditEntry[] entries =
        [
            Entry(staff, now.AddDays(-70), "replied"),
            Entry(staff, now.AddDays(-3), "took over"),
            Entry(staff, now.AddMinutes(-1), "noted"),
            Entry(staff, now, "resolved") with { ConversationId = null, CustomerId = null },
        ];
        foreach (var entry in entries)
        {
            await store.Audit.AddAsync(entry, Stop);
        }

        var listed = new List<AuditEntry>();
        string? cursor = null;
        do
        {
            var page = await store.Audit.ListAsync(2, cursor, Stop);
            Assert.True(page.Entries.Count <= 2);
            listed.AddRange(page.Entries);
            cursor = page.Next;
        }
        while (cursor is not null);

        Assert.Equal(entries.Reverse(), listed.Where(entry => entry.StaffId == staff));
    }

    [Fact]
    public async Task Adding_an_entry_again_changes_nothing()
    {
        var entry = Entry($"staff-{Guid.NewGuid():N}", store.Clock.GetUtcNow(), "took over");
        await store.Audit.AddAsync(entry, Stop);
        await store.Audit.AddAsync(entry with { What = "did nothing" }, Stop);

        Assert.Single((await store.Audit.ListAsync(200, null, Stop)).Entries, entry);
    }

    private static AuditEntry Entry(string staff, DateTimeOffset at, string what) => new($"{Guid.NewGuid():N}", at, staff, what, "c-1", "customer-1");
}
