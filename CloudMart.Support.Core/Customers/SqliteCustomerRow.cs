using System.Collections.Immutable;
using CloudMart.Support.Core.Storage;
using Microsoft.Data.Sqlite;

namespace CloudMart.Support.Core.Customers;

/// <summary>A profile as a row of the table <c>customers</c>.</summary>
internal static class SqliteCustomerRow
{
    public const string Columns = "customer_id, given_name, family_name, email, address, payment_methods, version";

    /// <summary>Whether the profile is still the one that a change was decided on. Within a write it stays so.</summary>
    public static bool Stands(SqliteConnection connection, CustomerProfile profile) => connection.FirstOrDefault(
        "SELECT customer_id FROM customers WHERE customer_id = $id AND version = $version",
        row => row.GetString(0),
        ("$id", profile.CustomerId),
        ("$version", profile.Version)) is not null;

    public static void Replace(SqliteConnection connection, CustomerProfile profile) => connection.Execute(
        """
        UPDATE customers SET given_name = $given, family_name = $family, email = $email, address = $address,
            payment_methods = $methods, version = $version
        WHERE customer_id = $id
        """,
        Values(profile));

    /// <returns>How many rows were put: none where the profile is there already.</returns>
    public static int AddIfMissing(SqliteConnection connection, CustomerProfile profile) => connection.Execute(
        $"""
        INSERT INTO customers ({Columns}) VALUES ($id, $given, $family, $email, $address, $methods, $version)
        ON CONFLICT DO NOTHING
        """,
        Values(profile));

    public static CustomerProfile ToProfile(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        SqliteJson.Read<PostalAddress>(row.GetString(4)),
        SqliteJson.Read<ImmutableArray<PaymentMethod>>(row.GetString(5)),
        row.GetInt64(6));

    private static (string, object?)[] Values(CustomerProfile profile) =>
    [
        ("$id", profile.CustomerId),
        ("$given", profile.GivenName),
        ("$family", profile.FamilyName),
        ("$email", profile.Email),
        ("$address", SqliteJson.Write(profile.Address)),
        ("$methods", SqliteJson.Write(profile.PaymentMethods)),
        ("$version", profile.Version),
    ];
}
