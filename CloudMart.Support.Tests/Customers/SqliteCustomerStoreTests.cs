using CloudMart.Support.Tests.Conformance;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Customers;

public sealed class SqliteCustomerStoreTests(SqliteStore store) : CustomerStoreConformance(store), IClassFixture<SqliteStore>;
