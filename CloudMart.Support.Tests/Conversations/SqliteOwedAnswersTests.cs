using CloudMart.Support.Tests.Conformance;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Conversations;

public sealed class SqliteOwedAnswersTests(SqliteStore store) : OwedAnswersConformance(store), IClassFixture<SqliteStore>;
