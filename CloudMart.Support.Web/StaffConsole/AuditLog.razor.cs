using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Web.CustomerSupport;
using CloudMart.Support.Web.SignIn;

namespace CloudMart.Support.Web.StaffConsole;

/// <summary>What staff did, page by page. To who is no supervisor it shows that nothing is there for them.</summary>
public sealed partial class AuditLog(
    AuditService audit, CurrentStaff staff, Colleagues colleagues, CustomerNames customers, PagePatience patience)
{
    private const int PageSize = 50;

    private readonly CancellationTokenSource _leaving = CancellationTokenSource.CreateLinkedTokenSource(staff.Ended);
    private List<AuditEntry>? _entries;
    private string? _next;
    private bool _isLoading;

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected override Task OnInitializedAsync() => patience.InsistAsync(ReadMoreAsync, _leaving.Token);

    private async Task ShowMoreAsync()
    {
        _isLoading = true;
        await patience.InsistAsync(ReadMoreAsync, _leaving.Token);
        _isLoading = false;
    }

    private async Task ReadMoreAsync()
    {
        var page = await audit.ListAsync(await staff.GetAsync(), PageSize, _next, _leaving.Token);
        await customers.LearnAsync(page?.Entries.Select(entry => entry.CustomerId).OfType<string>() ?? [], _leaving.Token);
        _entries = [.. _entries ?? [], .. page?.Entries ?? []];
        _next = page?.Next;
    }
}
