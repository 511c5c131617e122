using CloudMart.Support.Core.Orders;
using CsCheck;

namespace CloudMart.Support.Tests.Orders.ExactlyOnce;

/// <summary>Whatever is asked, again, at once, overtaken or unheard: every operation is done once or not at all, and the books balance.</summary>
public abstract class ExactlyOnceProperties(Func<ShopPorts> open, int days)
{
    private static readonly Gen<int> AnyOrder = Gen.Frequency((4, Gen.Int[0, 2]), (1, Gen.Int[0, BusyShop.Orders - 1]));

    private static readonly Gen<int> OneOrder = Gen.Frequency((9, Gen.Const(0)), (1, Gen.Const(2)));

    [Fact]
    public async Task Whatever_is_asked_again_unheard_or_overtaken_is_done_once_and_the_books_balance()
    {
        var store = open();
        await Day.With(AnyOrder, wishes: 14, visits: 24).SampleAsync(
            async day =>
            {
                var shop = await BusyShop.OpenAsync(store);
                foreach (var (operation, mishap, rival) in day.Visits)
                {
                    var other = day.RivalOf(operation, rival);
                    await shop.DoAsync(operation, day.Wishes[operation], mishap, () => shop.DoAsync(other, day.Wishes[other]));
                }

                await shop.CloseAsync(day.Wishes);
                await Books.BalanceAsync(shop);
                await EachKeepsItsFirstOutcomeAsync(shop, day);
                await Books.BalanceAsync(shop);
            },
            iter: days, threads: 1);
    }

    [Fact]
    public async Task Sixteen_at_a_time_on_one_order_and_one_gift_card_do_each_operation_once_and_the_books_balance()
    {
        var store = open();
        await Gen.Select(Wish.About(OneOrder).Array[1, 8], Gen.Int[0, 1_000].Array[16], Gen.Bool).SampleAsync(
            async (wishes, visitors, delivered) =>
            {
                var shop = await BusyShop.OpenAsync(store, order => delivered ? order with { Status = OrderStatus.Delivered } : order);
                await Task.WhenAll(visitors.Select(visitor => Task.Run(
                    () => shop.DoAsync(visitor % wishes.Length, wishes[visitor % wishes.Length]), TestContext.Current.CancellationToken)));

                await shop.CloseAsync(wishes);
                await Books.BalanceAsync(shop);
                await EachKeepsItsFirstOutcomeAsync(shop, new Day(wishes, []));
                await Books.BalanceAsync(shop);
            },
            iter: days, threads: 1, print: sample => new Day(sample.Item1, []).ToString());
    }

    /// <summary>By the log where the outcome is looked up, and by the order's own history where somebody decides without looking.</summary>
    private static async Task EachKeepsItsFirstOutcomeAsync(BusyShop shop, Day day)
    {
        for (var operation = 0; operation < day.Wishes.Length; operation++)
        {
            if (await shop.OutcomeAsync(operation) is not { } first)
            {
                continue;
            }

            var done = shop.CommitOf(operation);
            var (outcome, change) = await shop.DecideAsync(operation, day.Wishes[operation]);
            if (done?.Change.Order is { After: var after })
            {
                Assert.Null(change);
                Assert.Equal(after.History[^1], Assert.IsType<AlreadyApplied>(outcome).First);
            }

            Assert.Equal(first, await shop.DoAsync(operation, day.Wishes[operation], Mishap.DecidedBlindly));
            Assert.Same(done, shop.CommitOf(operation));
        }
    }
}
