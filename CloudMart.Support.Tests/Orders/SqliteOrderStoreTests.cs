using CloudMart.Support.Tests.Conformance;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Orders;

public sealed class SqliteOrderStoreTests(SqliteStore store) : OrderStoreConformance(store), IClassFixture<SqliteStore>;
