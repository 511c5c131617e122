using CloudMart.Support.Tests.Conformance;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Products;

public sealed class SqliteProductStoreTests(SqliteStore store) : ProductStoreConformance(store), IClassFixture<SqliteStore>;
