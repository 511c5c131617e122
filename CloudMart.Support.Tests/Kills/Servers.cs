using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Kills;

/// <summary>Servers over these records, which customers can sign in to.</summary>
internal static class Servers
{
    private const int Starts = 5;

    /// <summary>
    /// A host that can't reach its store within seconds does not start, and is started again, as by whoever runs it elsewhere: on busy cores
    /// a store can be late.
    /// </summary>
    /// <param name="records">The shop's.</param>
    /// <param name="more">Settings beside those of shop and demo.</param>
    /// <param name="customer">Who signs in as <c>customer-1</c>; null: nobody new.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ProductProcess> StartAsync(
        ShopRecords records, IEnumerable<KeyValuePair<string, string?>> more, string? customer, CancellationToken cancellationToken)
    {
        KeyValuePair<string, string?>[] settings =
        [
            .. records.Settings,
            new("Demo:Enabled", "true"),
            new("Demo:Customer", customer),
            new("RateLimit:Enabled", "false"),
            .. more,
        ];
        for (var start = 1; ; start++)
        {
            try
            {
                return await ProductProcess.StartAsync(settings, cancellationToken);
            }
            catch (InvalidOperationException) when (start < Starts)
            {
                // Its complaint is told if it is the last.
            }
        }
    }
}
