using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Staff;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Web.StaffConsole;

/// <summary>Whom a conversation can be given to: those of the setting <c>Staff:Colleagues</c>, and the demo's staff where it is on.</summary>
public sealed class Colleagues(IOptions<StaffConsoleOptions> options, IOptions<DemoOptions> demo)
{
    /// <summary>Everybody but <paramref name="me"/>, by name.</summary>
    public IReadOnlyList<SignedInStaff> Of(SignedInStaff me) =>
        [.. All.Where(each => each.StaffId != me.StaffId).DistinctBy(each => each.StaffId).OrderBy(each => each.Name, StringComparer.Ordinal)];

    /// <summary>The first name; null for who is none of them.</summary>
    public string? NameOf(string staffId) => All.FirstOrDefault(each => each.StaffId == staffId)?.Name;

    private IEnumerable<SignedInStaff> All =>
        options.Value.Colleagues.Select(colleague => new SignedInStaff(colleague.Id, colleague.Name)).Concat(demo.Value.Enabled ? DemoStaff() : []);

    private static IEnumerable<SignedInStaff> DemoStaff() =>
        from account in DemoAccounts.All
        where account.Role != DemoRole.Customer
        select new SignedInStaff(account.Id, account.GivenName, account.Role == DemoRole.Supervisor);
}
