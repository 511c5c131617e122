using CloudMart.Support.Core.Import;
using CloudMart.Support.Core.Storage;

namespace CloudMart.Support.Web.Commands;

/// <summary>Fills the configured store from a directory with τ-bench's retail shop.</summary>
internal sealed class ImportTauCommand(IServiceProvider services) : ICommand
{
    public string Name => "import-tau";

    public string Summary => "<directory>  adds the products, users and orders of tau-bench's retail shop to the store";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancellationToken)
    {
        if (arguments is not [var directory])
        {
            await output.WriteLineAsync($"{Name} needs one argument: the directory with products.json, users.json and orders.json.");
            return 2;
        }

        var storage = services.GetRequiredService<IStorageProbe>();
        if (await storage.CheckAsync(cancellationToken) is { } trouble)
        {
            await output.WriteLineAsync(trouble);
            return 1;
        }

        try
        {
            var (products, customers, orders) = await services.GetRequiredService<TauRetailImport>().RunAsync(directory, cancellationToken);
            await output.WriteLineAsync(
                $"{storage.Subject}: {products} products, {customers} customers and {orders} orders are there; what was there already was left as it is.");
            return 0;
        }
        catch (ImportFailedException failed)
        {
            await output.WriteLineAsync(failed.Message);
            return 1;
        }
    }
}
