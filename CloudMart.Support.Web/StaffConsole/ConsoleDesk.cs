using CloudMart.Support.Web.StaffConsole.Watching;
using Microsoft.JSInterop;

namespace CloudMart.Support.Web.StaffConsole;

/// <summary>What the browser asks of the console.</summary>
public sealed class ConsoleDesk : IDisposable
{
    private readonly ConsoleRoom _room;

    internal ConsoleDesk(ConsoleRoom room)
    {
        _room = room;
        Reference = DotNetObjectReference.Create(this);
    }

    internal DotNetObjectReference<ConsoleDesk> Reference { get; }

    /// <summary>The reader went back or forward.</summary>
    [JSInvokable]
    public Task ShowAsync(string? conversationId) => _room.ShowAsync(conversationId);

    /// <summary>Sends what was written; <paramref name="kind"/> is <c>reply</c> or <c>note</c>, <paramref name="seen"/> the newest event that stood there then.</summary>
    /// <returns>Why it was not taken; null where it was.</returns>
    [JSInvokable]
    public Task<string?> WriteAsync(string conversationId, string kind, string messageId, string text, long seen) =>
        _room.WriteAsync(conversationId, kind, messageId, text, seen);

    /// <summary>A key was pressed in the box; the browser tells of one in three seconds.</summary>
    [JSInvokable]
    public Task TypesAsync(string conversationId, string kind) => _room.TypesAsync(conversationId, kind);

    /// <summary>Does what a key stands for: the name of a <see cref="StaffDeed"/>.</summary>
    [JSInvokable]
    public Task DoAsync(string deed) => Enum.TryParse<StaffDeed>(deed, out var known) && Enum.IsDefined(known) ? _room.DoByKeyAsync(known) : Task.CompletedTask;

    /// <summary>Another tab has seen more: up to which event, by conversation.</summary>
    [JSInvokable]
    public Task SeeAsync(Dictionary<string, long> elsewhere)
    {
        _room.See(elsewhere);
        return Task.CompletedTask;
    }

    [JSInvokable]
    public Task ReconnectedAsync()
    {
        _room.Reconnected();
        return Task.CompletedTask;
    }

    public void Dispose() => Reference.Dispose();
}
