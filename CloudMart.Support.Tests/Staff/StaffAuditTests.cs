using CloudMart.Support.Tests.Conformance;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Staff;

public sealed class SqliteStaffAuditTests(SqliteStore store) : StaffAuditConformance(store), IClassFixture<SqliteStore>;

[Trait("Needs", "DynamoDB")]
public sealed class DynamoDbStaffAuditTests(DynamoDbStore store) : StaffAuditConformance(store), IClassFixture<DynamoDbStore>;
