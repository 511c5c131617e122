using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Staff;

/// <summary>A button is pressed, or words are sent, by who has not seen yet what has just happened.</summary>
public sealed class LateDeedsTests : IAsyncDisposable
{
    private static readonly SignedInStaff Sam = StaffBrowser.Sam;

    private readonly Desk _desk = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("reply")]
    [InlineData("assign")]
    [InlineData("hand back")]
    [InlineData("continue")]
    [InlineData("resolve")]
    public async Task From_who_has_just_taken_over_nobody_takes_it_unawares(string deed)
    {
        _desk.Assistant.Says("Hello.");
        var id = await _desk.SayAsync("Hi");
        await _desk.SettleAsync();
        var seen = _desk.StateOf(id).LastNumber;
        await _desk.Staff.TakeOverAsync(StaffBrowser.Priya, id, seen, Token);

        Assert.Equal("Priya has just taken over.", Assert.IsType<StaffRefused>(await DoAsync(deed, id, seen)).Why);
        Assert.Equal("supervisor-1", _desk.StateOf(id).Answering?.StaffId);
        Assert.IsType<StaffDone>(await DoAsync(deed, id, _desk.StateOf(id).LastNumber));
    }

    [Theory]
    [InlineData("hand back")]
    [InlineData("resolve")]
    public async Task What_the_customer_has_just_written_is_not_passed_over(string deed)
    {
        _desk.Assistant.Says("Hello.");
        var id = await _desk.SayAsync("Hi");
        await _desk.SettleAsync();
        await _desk.Staff.TakeOverAsync(Sam, id, long.MaxValue, Token);
        var seen = _desk.StateOf(id).LastNumber;
        await _desk.SayAsync("One more thing", id);

        Assert.Equal("The customer has just written.", Assert.IsType<StaffRefused>(await DoAsync(deed, id, seen)).Why);
        Assert.IsType<StaffDone>(await DoAsync(deed, id, _desk.StateOf(id).LastNumber));
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private Task<StaffResult> DoAsync(string deed, string id, long seenThrough) => deed switch
    {
        "reply" => _desk.Staff.ReplyAsync(Sam, id, "s-9", "Hello", seenThrough, Token),
        "assign" => _desk.Staff.AssignAsync(Sam, id, Sam, seenThrough, Token),
        "hand back" => _desk.Staff.HandBackAsync(Sam, id, seenThrough, Token),
        "continue" => _desk.Staff.ContinueAsync(Sam, id, seenThrough, Token),
        "resolve" => _desk.Staff.ResolveAsync(Sam, id, seenThrough, Token),
        _ => throw new ArgumentOutOfRangeException(nameof(deed)),
    };
}
