using CloudMart.Support.Tests.Kills.Minds;
using CloudMart.Support.Tests.Kills.Victims;

namespace CloudMart.Support.Tests.Kills;

/// <summary>Each of them sets a stage, kills on it as often as is asked, and tears it down.</summary>
/// <param name="kills">How often.</param>
/// <param name="seed">Chooses the moments and what customers do.</param>
/// <param name="progress">Told now and then how far it is; null: nobody.</param>
internal sealed class Killings(int kills, int seed, TextWriter? progress = null)
{
    /// <param name="address">Of DynamoDB Local.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<KillReport> OfServerOnDynamoDbAsync(string address, CancellationToken cancellationToken)
    {
        await using var records = await ShopRecords.InDynamoDbAsync(address, cancellationToken);
        return await KillServersAsync("The server, on DynamoDB Local", records, cancellationToken);
    }

    public async Task<KillReport> OfServerOnSqliteAsync(CancellationToken cancellationToken)
    {
        await using var records = await ShopRecords.InSqliteAsync(cancellationToken);
        return await KillServersAsync("The server, on SQLite", records, cancellationToken);
    }

    /// <returns>Null where there is no DynamoDB Local to be killed.</returns>
    public async Task<KillReport?> OfDynamoDbAsync(CancellationToken cancellationToken)
    {
        await using var store = await StoreVictim.StartAsync(cancellationToken);
        if (store is null)
        {
            return null;
        }

        await using var records = await ShopRecords.InDynamoDbAsync(store.Address, cancellationToken);
        return await BreakAsync("DynamoDB Local", records, store, new EmbeddedMind().Settings, cancellationToken);
    }

    public async Task<KillReport> OfChatServerAsync(CancellationToken cancellationToken)
    {
        await using var model = await SlowModel.StartAsync(cancellationToken);
        await using var victim = new ModelVictim(model.Endpoint);
        await using var records = await ShopRecords.InSqliteAsync(cancellationToken);
        return await BreakAsync("The chat server", records, victim, SlowModel.SettingsAt(victim.Endpoint), cancellationToken);
    }

    public async Task<KillReport> OfAssistantsServerAsync(CancellationToken cancellationToken)
    {
        await using var assistant = await RemoteAssistant.StartAsync(cancellationToken);
        await using var victim = new ModelVictim(assistant.Endpoint);
        await using var records = await ShopRecords.InSqliteAsync(cancellationToken);
        var report = await BreakAsync("The Assistants server", records, victim, RemoteAssistant.SettingsAt(victim.Endpoint), cancellationToken);
        report.Found(assistant.Complaints);
        return report;
    }

    private async Task<KillReport> KillServersAsync(string victim, ShopRecords records, CancellationToken cancellationToken)
    {
        var report = new KillReport(victim, seed, progress);
        using var series = new KillSeries(records, report, seed);
        await series.RunAsync(kills, cancellationToken);
        return report;
    }

    private async Task<KillReport> BreakAsync(
        string name,
        ShopRecords records,
        IVictim victim,
        IReadOnlyDictionary<string, string?> mind,
        CancellationToken cancellationToken)
    {
        var report = new KillReport(name, seed, progress);
        using var series = new OutageSeries(records, victim, report, seed);
        await series.RunAsync(kills, mind, cancellationToken);
        return report;
    }
}
