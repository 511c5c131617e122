using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Conversations;

/// <summary>The stored form is a contract with every release that reads the log after this one, so it is pinned letter by letter.</summary>
public sealed class ConversationEventJsonTests
{
    private static readonly (ConversationEvent Event, string Stored)[] Pinned =
    [
        (new CustomerSaid("customer-1", "m-1", "Скасуйте \"CM-1\" <b>"),
            """{"name":"CustomerSaid","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"customerId":"customer-1","messageId":"m-1","text":"Скасуйте \"CM-1\" <b>"}}"""),
        (new RunStarted("r-1", "k-1"),
            """{"name":"RunStarted","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"runId":"r-1","claim":"k-1"}}"""),
        (new RunResumed("r-1", "k-2"),
            """{"name":"RunResumed","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"runId":"r-1","claim":"k-2"}}"""),
        (new RunStopRequested("r-1"),
            """{"name":"RunStopRequested","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"runId":"r-1"}}"""),
        (new ProviderThreadOpened("r-1", "state"),
            """{"name":"ProviderThreadOpened","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"runId":"r-1","providerState":"state"}}"""),
        (new ToolRequested("r-1", "Let me see.", [new("call_1", "get_order", "{\"orderId\":\"CM-1\"}")], "state", new(120, 8)),
            """{"name":"ToolRequested","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"runId":"r-1","text":"Let me see.","calls":[{"providerCallId":"call_1","name":"get_order","arguments":"{\"orderId\":\"CM-1\"}"}],"providerState":"state","usage":{"input":120,"output":8}}}"""),
        (new ToolRequested("r-1", "", [new("", "get_order", "{}")], AnswerBy: Entries.At.AddMinutes(9)),
            """{"name":"ToolRequested","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"runId":"r-1","text":"","calls":[{"providerCallId":"","name":"get_order","arguments":"{}"}],"answerBy":"2026-11-23T10:09:00+00:00"}}"""),
        (new ToolAnswered("r-1", 3, 0, "{}", true, new(ReceiptKind.Done, "CM-1", "CM-1 canceled", ["Desk lamp"], 54.95m, "Visa ending in 4242")),
            """{"name":"ToolAnswered","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"runId":"r-1","requestedAt":3,"index":0,"output":"{}","changed":true,"receipt":{"kind":"Done","orderId":"CM-1","headline":"CM-1 canceled","items":["Desk lamp"],"refund":54.95,"refundTo":"Visa ending in 4242","lines":[]}}}"""),
        (new AssistantSaid("r-1", "Done."),
            """{"name":"AssistantSaid","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"runId":"r-1","text":"Done.","interrupted":false}}"""),
        (new AnswerWithheld("r-1", "I've canceled CM-1.", "state", new(120, 8) { Cost = 0.00038m }),
            """{"name":"AnswerWithheld","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"runId":"r-1","claim":"I've canceled CM-1.","providerState":"state","usage":{"input":120,"output":8,"cost":0.00038}}}"""),
        (new RunEnded("r-1", RunStatus.Cancelled, RunEndReason.StoppedByCustomer),
            """{"name":"RunEnded","v":2,"at":"2026-11-23T10:00:00+00:00","content":{"runId":"r-1","status":"cancelled","reason":"StoppedByCustomer"}}"""),
        (new ActionProposed(new(3, 1), "return_items", "{}", new("Return 1 item of CM-1", "Return items", "Keep items", [new("Desk lamp", null, "$54.95")], "CM-1", new("Refund", null, "$54.95 to PayPal"), true), Entries.At.AddMinutes(15)),
            """{"name":"ActionProposed","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"action":{"requestedAt":3,"index":1},"act":"return_items","arguments":"{}","card":{"title":"Return 1 item of CM-1","confirm":"Return items","decline":"Keep items","lines":[{"label":"Desk lamp","after":"$54.95"}],"orderId":"CM-1","total":{"label":"Refund","after":"$54.95 to PayPal"},"isFinal":true},"expiresAt":"2026-11-23T10:15:00+00:00"}}"""),
        (new ActionConfirmed(new(3, 1), "customer-1", 9),
            """{"name":"ActionConfirmed","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"action":{"requestedAt":3,"index":1},"by":"customer-1","saidAt":9}}"""),
        (new ActionDeclined(new(3, 1), "customer-1"),
            """{"name":"ActionDeclined","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"action":{"requestedAt":3,"index":1},"by":"customer-1"}}"""),
        (new ActionWithdrawn(new(3, 1), "staff-1"),
            """{"name":"ActionWithdrawn","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"action":{"requestedAt":3,"index":1},"by":"staff-1"}}"""),
        (new ApprovalRequested(new(3, 1), "It gives back $54.95."),
            """{"name":"ApprovalRequested","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"action":{"requestedAt":3,"index":1},"why":"It gives back $54.95."}}"""),
        (new ApprovalDecided(new(3, 1), false, "staff-1", "Too late"),
            """{"name":"ApprovalDecided","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"action":{"requestedAt":3,"index":1},"approved":false,"by":"staff-1","reason":"Too late"}}"""),
        (new OperationEnded(new(3, 1), OperationEnding.Done, "{}", new(ReceiptKind.Done, "CM-1", "CM-1: return of 1 item requested", [], NextStep: "Wait", Lines: [new("Address", "A", "B")])),
            """{"name":"OperationEnded","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"action":{"requestedAt":3,"index":1},"ending":"Done","output":"{}","receipt":{"kind":"Done","orderId":"CM-1","headline":"CM-1: return of 1 item requested","items":[],"nextStep":"Wait","lines":[{"label":"Address","before":"A","after":"B"}]}}}"""),
        (new HandedToStaff("Asked for a person", "Wants CM-1 back", HandOverCause.CustomerAsked),
            """{"name":"HandedToStaff","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"reason":"Asked for a person","summary":"Wants CM-1 back","cause":"CustomerAsked"}}"""),
        (new HandedBack(),
            """{"name":"HandedBack","v":1,"at":"2026-11-23T10:00:00+00:00","content":{}}"""),
        (new HandedBack("staff-1"),
            """{"name":"HandedBack","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"by":"staff-1"}}"""),
        (new StaffJoined("staff-1", "Sam"),
            """{"name":"StaffJoined","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"staffId":"staff-1","name":"Sam"}}"""),
        (new AssistantHeld("staff-1", "Sam"),
            """{"name":"AssistantHeld","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"staffId":"staff-1","name":"Sam"}}"""),
        (new StaffSaid("staff-1", "Sam", "m-2", "Hello"),
            """{"name":"StaffSaid","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"staffId":"staff-1","name":"Sam","messageId":"m-2","text":"Hello"}}"""),
        (new StaffNoted("staff-1", "Sam", "A regular"),
            """{"name":"StaffNoted","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"staffId":"staff-1","name":"Sam","text":"A regular"}}"""),
        (new Assigned("staff-1", "Sam", "supervisor-1"),
            """{"name":"Assigned","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"staffId":"staff-1","name":"Sam","by":"supervisor-1"}}"""),
        (new StaffActed("staff-1", "Sam", "cancel_order", "{}", new("Cancel CM-1", "Cancel CM-1", "Keep order", [new("Desk lamp", null, "$54.95")], "CM-1", IsFinal: true), true),
            """{"name":"StaffActed","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"staffId":"staff-1","name":"Sam","act":"cancel_order","arguments":"{}","card":{"title":"Cancel CM-1","confirm":"Cancel CM-1","decline":"Keep order","lines":[{"label":"Desk lamp","after":"$54.95"}],"orderId":"CM-1","isFinal":true},"bySupervisor":true}}"""),
        (new Continued("staff-1"),
            """{"name":"Continued","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"by":"staff-1"}}"""),
        (new Resolved("staff-1"),
            """{"name":"Resolved","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"by":"staff-1"}}"""),
        (new Reopened("staff-1", "Sam"),
            """{"name":"Reopened","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"staffId":"staff-1","name":"Sam"}}"""),
        (new Rated(4, "Quick"),
            """{"name":"Rated","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"score":4,"comment":"Quick"}}"""),
        (new CustomerSaid("customer-1", "m-1", "Hi") { Way = SignInWay.Token },
            """{"name":"CustomerSaid","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"customerId":"customer-1","messageId":"m-1","text":"Hi","way":"Token"}}"""),
        (new StaffNoted("staff-1", "Sam", "A regular") { MessageId = "n-1" },
            """{"name":"StaffNoted","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"staffId":"staff-1","name":"Sam","text":"A regular","messageId":"n-1"}}"""),
        (new HandedToStaff("Asked for a person.", "") { IsAllAsked = true },
            """{"name":"HandedToStaff","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"reason":"Asked for a person.","summary":"","cause":"Other","isAllAsked":true}}"""),
        (new OperationResumed(new(3, 0)),
            """{"name":"OperationResumed","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"action":{"requestedAt":3,"index":0}}}"""),
        (new RunLetGo("r-1", "state", new(900, 12) { Cost = 0.0024m }),
            """{"name":"RunLetGo","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"runId":"r-1","providerState":"state","usage":{"input":900,"output":12,"cost":0.0024}}}"""),
        (new NothingWasOwed(),
            """{"name":"NothingWasOwed","v":1,"at":"2026-11-23T10:00:00+00:00","content":{}}"""),
    ];

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Pinned.Length)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_event_is_stored_in_its_pinned_form_and_read_back(int index)
    {
        var (fact, stored) = Pinned[index];
        Assert.Equal($"[{stored}]", ConversationEventJson.Write(Entries.Entry("c-1", 7, fact)));
        var read = Assert.Single(ConversationEventJson.Read(7, $"[{stored}]"));
        Assert.Equal((7, Entries.At), (read.Number, read.At));
        Assert.Equivalent(fact, read.Event, strict: true);
    }

    [Fact]
    public void Every_event_has_a_pinned_form() => Assert.Equal(
        typeof(ConversationEvent).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ConversationEvent)) && type != typeof(UnknownEvent)).Select(type => type.Name).Order(),
        Pinned.Select(pinned => pinned.Event.GetType().Name).Distinct().Order());

    [Theory]
    [InlineData("""[{"name":"Teleported","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"to":["Mars",1.50,null]}}]""")]
    [InlineData("""[{"name":"CustomerSaid","v":2,"at":"2026-11-23T10:00:00+00:00","content":{"paragraphs":["a","b"]}}]""")]
    public void What_a_newer_release_wrote_is_unknown_and_is_written_back_unchanged(string stored)
    {
        var read = ConversationEventJson.Read(1, stored);
        Assert.IsType<UnknownEvent>(Assert.Single(read).Event);
        Assert.Equal(stored, ConversationEventJson.Write(new LogEntry("c-1", "w-1", read)));
    }

    [Fact]
    public void Properties_that_a_newer_release_added_are_no_reason_to_fail() => Assert.Equal(
        new RunStarted("r-1", "k-1"),
        ConversationEventJson.Read(
            1, """[{"name":"RunStarted","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"runId":"r-1","claim":"k-1","node":"n"}}]""")[0].Event);

    [Fact]
    public void An_entry_has_to_be_numbered_without_gaps_and_within_its_bound()
    {
        var gap = new LogEntry("c-1", "w-1", [new(1, Entries.At, new HandedBack()), new(3, Entries.At, new HandedBack())]);
        var full = Entries.Entry("c-1", 1, [.. Enumerable.Repeat<ConversationEvent>(new HandedBack(), LogEntry.MaxEvents)]);
        var tooLong = Entries.Entry("c-1", 1, [.. Enumerable.Repeat<ConversationEvent>(new HandedBack(), LogEntry.MaxEvents + 1)]);
        Assert.NotEmpty(ConversationEventJson.Write(full));
        Assert.Throws<ArgumentException>(() => ConversationEventJson.Write(gap));
        Assert.Throws<ArgumentException>(() => ConversationEventJson.Write(tooLong));
        Assert.Throws<ArgumentException>(() => ConversationEventJson.Write(new LogEntry("c-1", "w-1", [])));
    }
}
