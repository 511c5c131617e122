using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Fuzz;
using CloudMart.Support.Fuzz.Readers;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Fuzz;

/// <summary>A short run of what <c>dotnet run -c Release --project fuzz</c> does at length; each test tells the seed that repeats it.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Inputs = 3_000;

    public static TheoryData<string> Readers => [.. EveryReader.With([]).Select(reader => reader.Name)];

    [Theory]
    [MemberData(nameof(Readers))]
    public void Whatever_it_reads_a_reader_throws_only_what_it_declares_and_takes_bounded_memory(string name) =>
        AssertClean(EveryReader.With([]).Single(reader => reader.Name == name));

    [Fact]
    public void So_do_the_wire_readers_on_damaged_recordings()
    {
        var recorded = SharedRecordings.ReadAll().Select(call => call.Body).Where(body => body.Length > 0).Distinct().ToList();
        Assert.All(EveryReader.With(recorded).Take(4), AssertClean);
    }

    [Fact]
    public void The_same_seed_makes_the_same_inputs()
    {
        var samples = new StateReader().Samples;
        var (one, other) = (new Mutation(new Random(7)), new Mutation(new Random(7)));
        Assert.All(Enumerable.Range(0, 200), _ => Assert.Equal(one.Of(samples), other.Of(samples)));
    }

    [Fact]
    public void A_reader_that_throws_anything_else_is_found_with_its_input()
    {
        using var watch = NoHang();
        var finding = new ReaderRun(new Careless(), new Random(1), watch).Read(1_000).Findings[0];

        Assert.Contains(nameof(InvalidOperationException), finding.What, StringComparison.Ordinal);
        Assert.Contains((byte)'}', finding.Input);
    }

    [Theory]
    [InlineData("""[{"name":null,"v":1,"at":"2026-11-23T10:00:00+00:00","content":{}}]""")]
    [InlineData("""[{"name":"RunStarted","v":1,"at":"2026-11-23T10:00:00+00:00","content":null}]""")]
    [InlineData("""[{"name":"RunStarted","v":"1","at":"2026-11-23T10:00:00+00:00","content":{}}]""")]
    [InlineData("""[{"name":"RunStarted"}]""")]
    [InlineData("""{"name":"RunStarted"}""")]
    [InlineData("[1]")]
    public void What_is_no_entry_of_a_log_is_said_to_be_none(string stored) =>
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => ConversationEventJson.Read(1, stored));

    private void AssertClean(IFuzzedReader reader)
    {
        var seed = Random.Shared.Next();
        using var watch = NoHang();
        var report = new ReaderRun(reader, new Random(seed), watch).Read(Inputs);
        output.WriteLine($"seed {seed}: {report}");
        Assert.True(report.Findings.Count == 0, $"seed {seed}: {string.Join('\n', report.Findings.Select(finding => $"{finding.What}\n{Convert.ToBase64String(finding.Input)}"))}");
        Assert.True(report.Slowest < HangWatch.Limit, $"seed {seed}: {report}");
    }

    /// <summary>In a test nothing but the test's own time limit ends what hangs; the input is told first.</summary>
    private static HangWatch NoHang() => new(hang => Console.Error.WriteLine($"{hang.Reader} {hang.What}: {Convert.ToBase64String(hang.Input)}"));

    private sealed class Careless : IFuzzedReader
    {
        public string Name => "careless";

        public IReadOnlyList<byte[]> Samples { get; } = [[(byte)'{']];

        public Type? Declared => typeof(FormatException);

        public void Read(byte[] input) =>
            throw (input.Contains((byte)'}') ? new InvalidOperationException("Not declared.") : new FormatException("Declared."));
    }
}
