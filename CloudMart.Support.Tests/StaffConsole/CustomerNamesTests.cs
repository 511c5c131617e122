using CloudMart.Support.Core.Customers;
using CloudMart.Support.Web.StaffConsole;
using Microsoft.Extensions.Time.Testing;

namespace CloudMart.Support.Tests.StaffConsole;

public sealed class CustomerNamesTests : ICustomerDirectory
{
    private readonly FakeTimeProvider _clock = new();
    private readonly List<string> _read = [];
    private readonly CustomerNames _names;

    public CustomerNamesTests() => _names = new CustomerNames(this, _clock);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_name_is_read_once_and_so_is_that_there_is_none()
    {
        await _names.LearnAsync(["customer-1", "customer-1", "stranger", ""], Stop);
        await _names.LearnAsync(["customer-1", "stranger"], Stop);

        Assert.Equal(["customer-1", "stranger"], _read.Order());
        Assert.Equal("Ana", _names.Of("customer-1"));
        Assert.Null(_names.Of("stranger"));
    }

    [Fact]
    public async Task Nothing_is_read_for_what_was_not_learned()
    {
        await _names.LearnAsync([], Stop);

        Assert.Null(_names.Of("customer-1"));
        Assert.Empty(_read);
    }

    [Fact]
    public async Task After_an_hour_it_is_read_again_and_known_meanwhile()
    {
        await _names.LearnAsync(["customer-1"], Stop);
        _clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal("Ana", _names.Of("customer-1"));

        await _names.LearnAsync(["customer-1"], Stop);

        Assert.Equal(2, _read.Count);
    }

    [Fact]
    public async Task No_more_are_kept_than_a_busy_desk_shows()
    {
        await _names.LearnAsync(["customer-1"], Stop);
        await _names.LearnAsync(Enumerable.Range(2, 2_000).Select(n => $"customer-{n}"), Stop);

        Assert.Null(_names.Of("customer-1"));
        Assert.Equal("Ana", _names.Of("customer-2001"));
    }

    Task<SignedInCustomer?> ICustomerDirectory.FindAsync(string customerId, CancellationToken cancellationToken)
    {
        lock (_read)
        {
            _read.Add(customerId);
        }

        return Task.FromResult(customerId == "stranger" ? null : new SignedInCustomer(customerId, "Ana"));
    }
}
