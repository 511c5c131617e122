using System.Text.Json;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Assistant.Tools;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>A tool named <c>meet</c> that only reads, and answers when so many calls of it are being decided at once.</summary>
internal sealed class MeetingTool(int party) : ITool
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waiting, _inside;

    /// <summary>How many were being decided at once.</summary>
    public int Most { get; private set; }

    public ToolDescription Description { get; } = new("meet", "Waits for others.", """{"type":"object"}""");

    public string Doing(JsonElement arguments) => "Meeting…";

    public async Task<ToolDecision> DecideAsync(JsonElement arguments, ToolContext context, CancellationToken cancellationToken)
    {
        await Enter().WaitAsync(cancellationToken);
        Interlocked.Decrement(ref _inside);
        return new ToolDecision("""{"outcome":"met"}""");
    }

    public void AddTo(IServiceCollection services) => services.AddSingleton<ITool>(this);

    private Task Enter()
    {
        lock (_gate)
        {
            Most = Math.Max(Most, Interlocked.Increment(ref _inside));
            var mine = _complete;
            if (++_waiting == party)
            {
                (_waiting, _complete) = (0, new(TaskCreationOptions.RunContinuationsAsynchronously));
                mine.SetResult();
            }

            return mine.Task;
        }
    }
}
