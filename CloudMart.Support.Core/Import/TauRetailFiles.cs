using System.Collections.Immutable;
using System.Text.Json;

namespace CloudMart.Support.Core.Import;

/// <summary>The three files of the retail shop of τ-bench, as they are written there.</summary>
internal sealed record TauRetailFiles(
    ImmutableArray<TauProduct> Products, ImmutableArray<TauUser> Users, ImmutableArray<TauOrder> Orders)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <exception cref="ImportFailedException">A file is missing, or is not what it should be.</exception>
    public static async Task<TauRetailFiles> ReadAsync(string directory, CancellationToken cancellationToken) => Directory.Exists(directory)
        ? new(
            await ReadAsync<TauProduct>(directory, "products.json", cancellationToken),
            await ReadAsync<TauUser>(directory, "users.json", cancellationToken),
            await ReadAsync<TauOrder>(directory, "orders.json", cancellationToken))
        : throw new ImportFailedException($"There is no directory {directory}.");

    private static async Task<ImmutableArray<T>> ReadAsync<T>(string directory, string name, CancellationToken cancellationToken)
    {
        var path = Path.Combine(directory, name);
        try
        {
            await using var file = File.OpenRead(path);
            var records = await JsonSerializer.DeserializeAsync<Dictionary<string, T>>(file, Json, cancellationToken);
            return [.. records?.Values ?? Enumerable.Empty<T>()];
        }
        catch (JsonException wrong)
        {
            throw new ImportFailedException($"{path} cannot be read: {wrong.Message.ReplaceLineEndings(" ")}");
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            throw new ImportFailedException(missing.Message.ReplaceLineEndings(" "));
        }
    }
}

internal sealed record TauProduct(string Name, string ProductId, Dictionary<string, TauVariant> Variants);

internal sealed record TauVariant(string ItemId, Dictionary<string, string> Options, bool Available, decimal Price);

internal sealed record TauUser(
    string UserId, TauName Name, TauAddress Address, string Email, Dictionary<string, TauPaymentMethod> PaymentMethods);

internal sealed record TauName(string FirstName, string LastName);

internal sealed record TauAddress(string Address1, string Address2, string City, string Country, string State, string Zip);

internal sealed record TauPaymentMethod(string Source, string Id, string? Brand = null, string? LastFour = null, decimal? Balance = null);

internal sealed record TauOrder(
    string OrderId,
    string UserId,
    TauAddress Address,
    ImmutableArray<TauLine> Items,
    string Status,
    ImmutableArray<TauParcel> Fulfillments,
    ImmutableArray<TauPayment> PaymentHistory);

internal sealed record TauLine(string Name, string ProductId, string ItemId, decimal Price, Dictionary<string, string> Options);

internal sealed record TauParcel(ImmutableArray<string> TrackingId);

internal sealed record TauPayment(string TransactionType, decimal Amount, string PaymentMethodId);
