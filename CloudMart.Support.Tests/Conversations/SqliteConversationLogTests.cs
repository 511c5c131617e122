using CloudMart.Support.Tests.Conformance;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Conversations;

public sealed class SqliteConversationLogTests(SqliteStore store) : ConversationLogConformance(store), IClassFixture<SqliteStore>;
